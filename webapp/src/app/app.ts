import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { texts } from './core/language/texts';
import { drawingSteps } from './shared/drawing-steps';
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

  /** Of the frame first what it begins with, then all of its bar, then what lies over the page. */
  protected readonly step = drawingSteps(2);
}
