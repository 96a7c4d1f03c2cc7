import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { UsersApi } from '../core/api/users-api';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { FirstInvalid } from '../shared/first-invalid/first-invalid';
import { createSubmission } from '../shared/submission';

@Component({
  selector: 'mf-name-form',
  imports: [Button, FirstInvalid, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <form mfFirstInvalid (submit)="save($event)">
      <h2>{{ t().account.name }}</h2>
      <mat-form-field appearance="outline">
        <mat-label>{{ t().account.name }}</mat-label>
        <input matInput name="name" autocomplete="name" maxlength="100" [formControl]="displayName" />
        <mat-error>{{ t().account.writeName }}</mat-error>
      </mat-form-field>
      <div role="alert">{{ submission.error() }}</div>
      <div class="actions">
        <button mfButton="outlined" type="submit" [isDisabled]="submission.isRunning()">{{ t().account.nameForm.deed }}</button>
        <span role="status">{{ saved() }}</span>
      </div>
    </form>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameForm {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #session = inject(SessionStore);
  protected readonly submission = createSubmission();
  protected readonly saved = signal('');
  protected readonly displayName = new FormControl(this.#session.user()?.displayName ?? '', {
    nonNullable: true,
    validators: [Validators.required, Validators.pattern(/\S/)],
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saved.set('');
    this.displayName.markAsTouched();
    if (this.displayName.invalid) return;
    const isSaved = await this.submission.run(async () =>
      this.#session.updateUser(await this.#usersApi.patchMe({ displayName: this.displayName.value.trim() })),
    );
    if (isSaved) this.saved.set(texts().account.nameForm.saved);
  }
}
