import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import { SessionStore } from '../core/session/session-store';
import { type ThemeChoice, ThemeStore } from '../core/theme/theme-store';
import { Icon } from '../shared/icon/icon';
import type { IconName } from '../shared/icon/icons';

/** What is in the account's menu. */
@Component({
  selector: 'mf-account-panel',
  imports: [Icon, RouterLink],
  templateUrl: './account-panel.html',
  styleUrl: './account-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPanel {
  readonly #usersApi = inject(UsersApi);
  readonly #router = inject(Router);
  protected readonly session = inject(SessionStore);
  protected readonly theme = inject(ThemeStore);
  /** Something was chosen that leads elsewhere. */
  readonly done = output();
  protected readonly themes: { choice: ThemeChoice; label: string; icon: IconName }[] = [
    { choice: 'system', label: 'Like the system', icon: 'screen' },
    { choice: 'dark', label: 'Dark', icon: 'moon' },
    { choice: 'light', label: 'Light', icon: 'sun' },
  ];

  protected async signOut(): Promise<void> {
    this.done.emit();
    // Signed out here in any case: where the API cannot be reached, the token is forgotten and runs out by itself.
    await this.#usersApi.signOut().catch(() => undefined);
    this.session.end();
    await this.#router.navigateByUrl('/films');
  }
}
