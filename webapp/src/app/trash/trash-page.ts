import { ChangeDetectionStrategy, Component, inject, type OnInit } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Image } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { type Confirmation, ConfirmDialog } from '../shared/confirm-dialog/confirm-dialog';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import { Picture } from '../shared/picture/picture';
import { TrashStore } from './trash-store';

@Component({
  selector: 'mf-trash-page',
  imports: [EmptyPlace, MatButton, Picture, RouterLink],
  templateUrl: './trash-page.html',
  styleUrl: './trash-page.scss',
  providers: [TrashStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class TrashPage implements OnInit {
  protected readonly t = texts;

  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  protected readonly store = inject(TrashStore);

  async ngOnInit(): Promise<void> {
    await this.store.loadMore();
  }

  protected async restore(image: Image): Promise<void> {
    if (await this.store.restore(image)) this.#notice(texts().trash.restored);
  }

  protected async removeForGood(image: Image): Promise<void> {
    const isConfirmed = await this.#confirm(texts().trash.confirmDelete);
    if (isConfirmed) this.#say(await this.store.removeForGood([image]));
  }

  protected async empty(): Promise<void> {
    const isConfirmed = await this.#confirm(texts().trash.confirmEmpty);
    if (isConfirmed) this.#say(await this.store.empty());
  }

  #say(removed: number): void {
    if (removed > 0) this.#notice(texts().trash.gone(removed));
  }

  async #confirm(data: Confirmation): Promise<boolean> {
    const dialog = this.#dialog.open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, { data });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }

  #notice(text: string): void {
    this.#snackBar.open(text, undefined, { duration: 5_000 });
  }
}
