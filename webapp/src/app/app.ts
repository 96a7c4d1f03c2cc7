import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ThemeStore } from './core/theme/theme-store';
import { BottomBar } from './shell/bottom-bar';
import { OfflineNotice } from './shell/offline-notice';
import { TopBar } from './shell/top-bar';
import { DropAnywhere } from './upload/choosing/drop-anywhere';
import { UploadTray } from './upload/tray/upload-tray';

@Component({
  selector: 'mf-root',
  imports: [BottomBar, DropAnywhere, OfflineNotice, RouterOutlet, TopBar, UploadTray],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    // Made at once, because the theme has to stand before the first picture does.
    inject(ThemeStore);
  }
}
