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

@Component({
  selector: 'mf-sign-in-page',
  imports: [Button, FirstInvalid, MatFormFieldModule, MatInput, ReactiveFormsModule, RouterLink],
  templateUrl: './sign-in-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class SignInPage {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);

  /** Whether a session that ended led here. */
  protected readonly hasEnded = this.#router.currentNavigation()?.extras.state?.['hasEnded'] === true;

  /** Where to go afterwards, from the address. */
  readonly next = input<string>();

  protected readonly submission = createSubmission();
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
  });

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const isSignedIn = await this.submission.run(async () =>
      this.#session.begin(await this.#usersApi.signIn(this.form.getRawValue())),
    );
    if (isSignedIn) await this.#router.navigateByUrl(this.next() ?? '/films');
  }
}
