import { afterRenderEffect, ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
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

  /**
   * What is drawn of the frame: what it begins with, all of its bar, and what lies over the page, each in a task of its
   * own, so that the page itself is there sooner.
   */
  protected readonly stage = signal<0 | 1 | 2>(0);

  constructor() {
    afterRenderEffect(() => {
      const stage = this.stage();
      if (stage < 2) setTimeout(() => this.stage.set(stage === 0 ? 1 : 2));
    });
    // Made at once, because the theme and the page's language have to stand before the first picture does.
    inject(ThemeStore);
    inject(LanguageStore);
  }
}
