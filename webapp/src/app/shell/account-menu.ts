import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import { SessionStore } from '../core/session/session-store';
import { type ThemeChoice, ThemeStore } from '../core/theme/theme-store';
import { Icon } from '../shared/icon/icon';
import type { IconName } from '../shared/icon/icons';

@Component({
  selector: 'mf-account-menu',
  imports: [Icon, MatDivider, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  readonly #usersApi = inject(UsersApi);
  readonly #router = inject(Router);
  protected readonly session = inject(SessionStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly initial = computed(
    () => this.session.user()?.displayName.trim().charAt(0).toUpperCase() ?? '',
  );
  protected readonly themes: { choice: ThemeChoice; label: string; icon: IconName }[] = [
    { choice: 'system', label: 'Like the system', icon: 'screen' },
    { choice: 'dark', label: 'Dark', icon: 'moon' },
    { choice: 'light', label: 'Light', icon: 'sun' },
  ];

  protected async signOut(): Promise<void> {
    // Signed out here in any case: where the API cannot be reached, the token is forgotten and runs out by itself.
    await this.#usersApi.signOut().catch(() => undefined);
    this.session.end();
    await this.#router.navigateByUrl('/films');
  }
}
