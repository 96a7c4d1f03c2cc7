import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Icon } from '../shared/icon/icon';

/** The places within the reach of a thumb; only on narrow screens. */
@Component({
  selector: 'mf-bottom-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t().shell.places">
      <a routerLink="/films" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="films" />{{ t().titles.films }}</a>
      <a routerLink="/gallery" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="gallery" />{{ t().titles.gallery }}</a>
      <a routerLink="/upload" routerLinkActive="here" ariaCurrentWhenActive="page" class="upload"><mf-icon name="upload" />{{ t().titles.upload }}</a>
      @if (session.isSignedIn()) {
        <a routerLink="/account" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="account" />{{ t().titles.account }}</a>
      } @else {
        <a routerLink="/sign-in" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="account" />{{ t().titles.signIn }}</a>
      }
    </nav>
  `,
  styleUrl: './bottom-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BottomBar {
  protected readonly t = texts;

  protected readonly session = inject(SessionStore);
}
