import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ThemeStore } from './core/theme/theme-store';
import { BottomBar } from './shell/bottom-bar';
import { TopBar } from './shell/top-bar';

@Component({
  selector: 'mf-root',
  imports: [BottomBar, RouterOutlet, TopBar],
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
