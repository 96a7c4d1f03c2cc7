import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import { SessionStore } from '../core/session/session-store';
import { type ThemeChoice, ThemeStore } from '../core/theme/theme-store';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';
import type { IconName } from '../shared/icon/icons';

/** The browser's own popover: it opens, closes beside it and with Escape, and gives the focus back. */
@Component({
  selector: 'mf-account-menu',
  imports: [Button, Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  readonly #usersApi = inject(UsersApi);
  readonly #router = inject(Router);
  protected readonly session = inject(SessionStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  protected readonly initial = computed(
    () => this.session.user()?.displayName.trim().charAt(0).toUpperCase() ?? '',
  );
  protected readonly themes: { choice: ThemeChoice; label: string; icon: IconName }[] = [
    { choice: 'system', label: 'Like the system', icon: 'screen' },
    { choice: 'dark', label: 'Dark', icon: 'moon' },
    { choice: 'light', label: 'Light', icon: 'sun' },
  ];

  protected close(): void {
    this.menu().nativeElement.hidePopover();
  }

  /** Where the focus goes on to the page, the menu must not lie over it. */
  protected closeBehind({ relatedTarget }: FocusEvent): void {
    const stays = [this.menu(), this.trigger()].map(({ nativeElement }) => nativeElement);
    if (relatedTarget instanceof Node && !stays.some((place) => place.contains(relatedTarget))) this.close();
  }

  protected async signOut(): Promise<void> {
    this.close();
    // Signed out here in any case: where the API cannot be reached, the token is forgotten and runs out by itself.
    await this.#usersApi.signOut().catch(() => undefined);
    this.session.end();
    await this.#router.navigateByUrl('/films');
  }
}
