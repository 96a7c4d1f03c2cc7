import { afterNextRender, ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { LanguageStore } from './core/language/language-store';
import { texts } from './core/language/texts';
import { ThemeStore } from './core/theme/theme-store';
import { BottomBar } from './shell/bottom-bar';
import { NoticeBar } from './shell/notice-bar';
import { OfflineNotice } from './shell/offline-notice';
import { TopBar } from './shell/top-bar';
import { UploadDock } from './shell/upload-dock';
import { DropAnywhere } from './upload/choosing/drop-anywhere';

@Component({
  selector: 'mf-root',
  imports: [BottomBar, DropAnywhere, NoticeBar, OfflineNotice, RouterOutlet, TopBar, UploadDock],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly t = texts;

  /** What lies over the page comes in a task of its own, so that the page itself is there sooner. */
  protected readonly isFirstPainted = signal(false);

  constructor() {
    afterNextRender(() => setTimeout(() => this.isFirstPainted.set(true)));
    // Made at once, because the theme and the page's language have to stand before the first picture does.
    inject(ThemeStore);
    inject(LanguageStore);
  }
}
