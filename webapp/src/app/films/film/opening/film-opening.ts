import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Image, MovieWithDetails } from '../../../core/api/api-types';
import { Picture } from '../../../shared/picture/picture';
import { placeholderImage } from '../../../shared/picture/placeholder';
import { drawPoster } from '../../poster/drawing/draw-poster';
import { HEIGHT } from '../../poster/drawing/scene';

/** What lies behind the head of a film's page: its best still or, without one, its poster thrown large on the wall. */
@Component({
  selector: 'mf-film-opening',
  imports: [Picture],
  template: `
    @if (still(); as still) {
      <mf-picture class="whole" [image]="still" [width]="pictureWidth()" (broken)="broken.emit(still)" />
    } @else if (film().poster; as poster) {
      <div class="whole blurred" [style.background-image]="placeholder()"></div>
    } @else {
      <svg class="whole" [attr.viewBox]="viewBox()" preserveAspectRatio="xMidYMid slice" aria-hidden="true"
        [style.background]="drawing().ground">
        @for (shape of drawing().shapes; track $index) {
          <path [attr.d]="shape.d" [attr.fill]="shape.fill" />
        }
      </svg>
    }
  `,
  styleUrl: './film-opening.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmOpening {
  readonly film = input.required<MovieWithDetails>();
  readonly still = input.required<Image | null>();
  /** The still did not load. */
  readonly broken = output<Image>();

  protected readonly placeholder = computed(() => placeholderImage(this.film().poster?.thumbhash ?? null));
  protected readonly drawing = computed(() => {
    const { title, year, directors } = this.film();
    return drawPoster({ title, year, directors: directors.map(({ name }) => name) });
  });

  /** The part of the drawing without words. */
  protected readonly viewBox = computed(() => {
    const isWordsBelow = this.drawing().credit.y > HEIGHT / 2;
    return `0 ${isWordsBelow ? 44 : 160} 200 112`;
  });

  /** It fills the window's width, and its height too where that needs more of a narrow still. */
  protected readonly pictureWidth = computed(() => {
    const { width, height } = this.still() ?? {};
    return Math.max(innerWidth, width && height ? (0.62 * innerHeight * width) / height : 0);
  });
}
