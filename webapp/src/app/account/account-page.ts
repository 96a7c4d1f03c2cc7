import { ChangeDetectionStrategy, Component, inject, type OnInit } from '@angular/core';
import { UsersApi } from '../core/api/users-api';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { createSubmission } from '../shared/submission';
import { LeaveForm } from './leave-form';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { UsageBar } from './usage-bar';

@Component({
  selector: 'mf-account-page',
  imports: [LeaveForm, NameForm, PasswordForm, UsageBar],
  template: `
    <div class="narrow-page">
      <header>
        <h1>{{ t().account.heading }}</h1>
        <p class="quiet">{{ session.user()?.email }}</p>
        <div role="alert">{{ refresh.error() }}</div>
      </header>
      @if (session.user(); as user) {
        <mf-usage-bar [usage]="user.usage" />
      }
      <mf-name-form />
      <mf-password-form />
      <mf-leave-form />
    </div>
  `,
  styleUrl: './account-form.scss',
  styles: `
    /* Each is a matter of its own. */
    .narrow-page {
      gap: 40px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class AccountPage implements OnInit {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  protected readonly session = inject(SessionStore);
  protected readonly refresh = createSubmission();

  async ngOnInit(): Promise<void> {
    await this.refresh.run(async () => this.session.updateUser(await this.#usersApi.me()));
  }
}
