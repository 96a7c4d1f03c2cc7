import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { UsersApi } from '../core/api/users-api';
import type { LanguageChoice } from '../core/language/language-choice';
import { LanguageStore } from '../core/language/language-store';
import { LANGUAGES, type LanguageCode } from '../core/language/languages';
import { texts } from '../core/language/texts';
import { Notices } from '../core/notices/notices';
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
  protected readonly t = texts;

  readonly #usersApi = inject(UsersApi);
  readonly #router = inject(Router);
  protected readonly session = inject(SessionStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly language = inject(LanguageStore);
  readonly #notices = inject(Notices);
  /** Something was chosen that leads elsewhere. */
  readonly done = output();
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

  protected async choose(choice: LanguageChoice): Promise<void> {
    if (await this.language.choose(choice)) return;
    this.#notices.show({ text: texts().shell.languageDidNotCome });
  }

  protected async signOut(): Promise<void> {
    this.done.emit();
    // Signed out here in any case: where the API cannot be reached, the token is forgotten and runs out by itself.
    await this.#usersApi.signOut().catch(() => undefined);
    this.session.end();
    await this.#router.navigateByUrl('/films');
  }
}
