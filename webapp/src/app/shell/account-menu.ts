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
import type { LanguageChoice } from '../core/language/language-choice';
import { LanguageStore } from '../core/language/language-store';
import { LANGUAGES, type LanguageCode } from '../core/language/languages';
import { texts } from '../core/language/texts';
import { Notices } from '../core/notices/notices';
import { SessionStore } from '../core/session/session-store';
import { type ThemeChoice, ThemeStore } from '../core/theme/theme-store';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';
import type { IconName } from '../shared/icon/icons';

const NOTICE_MS = 5_000;

/** The browser's own popover: it opens, closes beside it and with Escape, and gives the focus back. */
@Component({
  selector: 'mf-account-menu',
  imports: [Button, Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);
  protected readonly session = inject(SessionStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly language = inject(LanguageStore);
  protected readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  protected readonly initial = computed(
    () => this.session.user()?.displayName.trim().charAt(0).toUpperCase() ?? '',
  );
  protected readonly themes: {
    choice: ThemeChoice;
    label: 'likeSystem' | 'dark' | 'light';
    icon: IconName;
  }[] = [
    { choice: 'system', label: 'likeSystem', icon: 'screen' },
    { choice: 'dark', label: 'dark', icon: 'moon' },
    { choice: 'light', label: 'light', icon: 'sun' },
  ];
  protected readonly languages: { choice: LanguageChoice; name?: string }[] = [
    { choice: 'system' },
    ...Object.entries(LANGUAGES).map(([code, { name }]) => ({ choice: code as LanguageCode, name })),
  ];

  protected close(): void {
    this.menu().nativeElement.hidePopover();
  }

  /** Where the focus goes on to the page, the menu must not lie over it. */
  protected closeBehind({ relatedTarget }: FocusEvent): void {
    const stays = [this.menu(), this.trigger()].map(({ nativeElement }) => nativeElement);
    if (relatedTarget instanceof Node && !stays.some((place) => place.contains(relatedTarget))) this.close();
  }

  protected async choose(choice: LanguageChoice): Promise<void> {
    if (await this.language.choose(choice)) return;
    this.#notices.show({ text: texts().shell.languageDidNotCome, durationMs: NOTICE_MS });
  }

  protected async signOut(): Promise<void> {
    this.close();
    // Signed out here in any case: where the API cannot be reached, the token is forgotten and runs out by itself.
    await this.#usersApi.signOut().catch(() => undefined);
    this.session.end();
    await this.#router.navigateByUrl('/films');
  }
}
