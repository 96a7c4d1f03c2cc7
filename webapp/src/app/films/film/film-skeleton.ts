import { ChangeDetectionStrategy, Component } from '@angular/core';
import { texts } from '../../core/language/texts';

/** The page's shape while its film is on the way. */
@Component({
  selector: 'mf-film-skeleton',
  template: `
    <div class="still"></div>
    <div class="facts">
      <div class="poster"></div>
      <div class="lines"><i></i><i></i><i></i><i></i></div>
    </div>
    <h1 class="said">{{ t().film.title }}</h1>
    <span class="said" role="status">{{ t().film.loading }}</span>
  `,
  styleUrl: './film-skeleton.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmSkeleton {
  protected readonly t = texts;
}
