import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormGroupDirective, NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { UsersApi } from '../core/api/users-api';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { FirstInvalid } from '../shared/first-invalid/first-invalid';
import { createSubmission } from '../shared/submission';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password-rules';

@Component({
  selector: 'mf-password-form',
  imports: [Button, FirstInvalid, MatFormFieldModule, MatInput, ReactiveFormsModule],
  templateUrl: './password-form.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  protected readonly session = inject(SessionStore);
  protected readonly minLength = PASSWORD_MIN_LENGTH;
  protected readonly submission = createSubmission();
  protected readonly saved = signal('');
  protected readonly formDirective = viewChild.required(FormGroupDirective);
  protected readonly form = inject(NonNullableFormBuilder).group({
    currentPassword: ['', Validators.required],
    password: [
      '',
      [
        Validators.required,
        Validators.minLength(PASSWORD_MIN_LENGTH),
        Validators.maxLength(PASSWORD_MAX_LENGTH),
      ],
    ],
  });

  protected async change(): Promise<void> {
    this.saved.set('');
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const isChanged = await this.submission.run(async () =>
      this.session.updateUser(await this.#usersApi.patchMe(this.form.getRawValue())),
    );
    if (!isChanged) return;
    this.formDirective().resetForm();
    this.saved.set(texts().account.passwordForm.changed);
  }
}
