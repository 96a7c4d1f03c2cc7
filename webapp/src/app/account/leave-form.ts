import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import { texts } from '../core/language/texts';
import { Notices } from '../core/notices/notices';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { FirstInvalid } from '../shared/first-invalid/first-invalid';
import { createSubmission } from '../shared/submission';

@Component({
  selector: 'mf-leave-form',
  imports: [Button, FirstInvalid, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <form mfFirstInvalid (submit)="leave($event)">
      <h2>{{ t().account.leave.heading }}</h2>
      <p class="quiet">{{ t().account.leave.text }}</p>
      <mat-form-field appearance="outline">
        <mat-label>{{ t().account.leave.password }}</mat-label>
        <input matInput type="password" autocomplete="current-password" [formControl]="password" />
        <mat-error>{{ t().account.leave.writePassword }}</mat-error>
      </mat-form-field>
      <div role="alert">{{ submission.error() }}</div>
      <div class="actions">
        <button class="loss" mfButton="outlined" type="submit" [isDisabled]="submission.isRunning()">
          {{ t().account.leave.deed }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveForm {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);
  protected readonly submission = createSubmission();
  protected readonly password = new FormControl('', { nonNullable: true, validators: Validators.required });

  protected async leave(event: Event): Promise<void> {
    event.preventDefault();
    this.password.markAsTouched();
    if (this.password.invalid) return;
    const hasLeft = await this.submission.run(() => this.#usersApi.leave(this.password.value));
    if (!hasLeft) return;
    this.#session.end();
    this.#notices.show({ text: texts().account.leave.gone });
    await this.#router.navigateByUrl('/films');
  }
}
