import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../core/session/session-store';
import { Icon } from '../shared/icon/icon';

/** The places within the reach of a thumb; only on narrow screens. */
@Component({
  selector: 'mf-bottom-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Places">
      <a routerLink="/films" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="films" />Films</a>
      <a routerLink="/gallery" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="gallery" />Gallery</a>
      <a routerLink="/upload" routerLinkActive="here" ariaCurrentWhenActive="page" class="upload"><mf-icon name="upload" />Upload</a>
      @if (session.isSignedIn()) {
        <a routerLink="/account" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="account" />Account</a>
      } @else {
        <a routerLink="/sign-in" routerLinkActive="here" ariaCurrentWhenActive="page"><mf-icon name="account" />Sign in</a>
      }
    </nav>
  `,
  styleUrl: './bottom-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BottomBar {
  protected readonly session = inject(SessionStore);
}
