import { Injectable, Injector, inject, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Confirmation } from '../../shared/confirm-dialog/confirm-dialog';

/** Opens dialogs. What shows them is fetched with the first one. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #injector = inject(Injector);

  /** Resolves to what the dialog is closed with: undefined where it is left. */
  async open<Result>(dialog: Type<unknown>, config: MatDialogConfig): Promise<Result | undefined> {
    const { MatDialog } = await import('@angular/material/dialog');
    const opened = this.#injector.get(MatDialog).open<unknown, unknown, Result>(dialog, config);
    return firstValueFrom(opened.afterClosed());
  }

  /** Asks before a loss. Resolves to whether to go on. */
  async confirm(data: Confirmation): Promise<boolean> {
    const { ConfirmDialog } = await import('../../shared/confirm-dialog/confirm-dialog');
    return (await this.open<boolean>(ConfirmDialog, { data })) ?? false;
  }
}
