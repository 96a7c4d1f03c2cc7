import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { FirstInvalid } from '../shared/first-invalid/first-invalid';
import { createSubmission } from '../shared/submission';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password-rules';

@Component({
  selector: 'mf-sign-up-page',
  imports: [Button, FirstInvalid, MatFormFieldModule, MatInput, ReactiveFormsModule, RouterLink],
  templateUrl: './sign-up-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class SignUpPage {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);

  /** Where to go afterwards, from the address. */
  readonly next = input<string>();

  protected readonly minLength = PASSWORD_MIN_LENGTH;
  protected readonly submission = createSubmission();
  protected readonly form = inject(NonNullableFormBuilder).group({
    displayName: ['', [Validators.required, Validators.maxLength(100), Validators.pattern(/\S/)]],
    email: ['', [Validators.required, Validators.email]],
    password: [
      '',
      [
        Validators.required,
        Validators.minLength(PASSWORD_MIN_LENGTH),
        Validators.maxLength(PASSWORD_MAX_LENGTH),
      ],
    ],
  });

  protected async signUp(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const isSignedUp = await this.submission.run(async () =>
      this.#session.begin(await this.#usersApi.signUp(this.form.getRawValue())),
    );
    if (isSignedUp) await this.#router.navigateByUrl(this.next() ?? '/films');
  }
}
