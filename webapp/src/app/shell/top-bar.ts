import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';
import { AccountMenu } from './account-menu';
import { Logo } from './logo';
import { SearchField } from './search-field';

@Component({
  selector: 'mf-top-bar',
  imports: [AccountMenu, Button, Icon, Logo, RouterLink, RouterLinkActive, SearchField],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TopBar {
  protected readonly t = texts;

  /** Before, it shows the logo alone. */
  readonly isWhole = input.required<boolean>();

  protected readonly session = inject(SessionStore);
}
