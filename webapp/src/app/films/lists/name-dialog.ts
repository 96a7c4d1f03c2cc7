import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { MovieList } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { FirstInvalid } from '../../shared/first-invalid/first-invalid';
import { createSubmission } from '../../shared/submission';
import { ListsStore } from './lists-store';

/** Gives a list another name. */
@Component({
  selector: 'mf-name-dialog',
  imports: [Button, FirstInvalid, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t().lists.renameHeading }}</h2>
    <form mfFirstInvalid (submit)="rename($event)">
      <mat-dialog-content>
        <input type="text" name="name" maxlength="100" autocomplete="off" required pattern=".*\\S.*" [attr.aria-label]="t().lists.name" cdkFocusInitial
          [value]="name()" (input)="name.set(field.value)" #field />
        <div role="alert">{{ submission.error() }}</div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mfButton type="button" mat-dialog-close>{{ t().shared.cancel }}</button>
        <button mfButton="filled" type="submit">{{ t().lists.rename }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './new-list-form.scss',
  styles: `
    form {
      display: block;
    }

    input {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameDialog {
  protected readonly t = texts;

  readonly #lists = inject(ListsStore);
  readonly #dialog = inject(MatDialogRef);
  readonly #list = inject<MovieList>(MAT_DIALOG_DATA);
  protected readonly name = signal(this.#list.name);
  protected readonly submission = createSubmission();

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') return;
    const isRenamed = await this.submission.run(() => this.#lists.rename(this.#list.id, name));
    if (isRenamed) this.#dialog.close();
  }
}
