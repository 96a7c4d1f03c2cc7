import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { texts } from '../../core/language/texts';
import { Button } from '../button/button';

export interface Confirmation {
  heading: string;
  text: string;
  /** What the button says that does it. */
  deed: string;
}

/** Asks before a loss. Closes with whether to go on. */
@Component({
  selector: 'mf-confirm-dialog',
  imports: [Button, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ data.heading }}</h2>
    <mat-dialog-content>{{ data.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mfButton type="button" cdkFocusInitial [mat-dialog-close]="false">{{ t().shared.keep }}</button>
      <button class="loss" mfButton="filled" type="button" [mat-dialog-close]="true">{{ data.deed }}</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly t = texts;

  protected readonly data = inject<Confirmation>(MAT_DIALOG_DATA);
}
