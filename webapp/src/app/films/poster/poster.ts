import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Thumbnail } from '../../core/api/api-types';
import { Picture } from '../../shared/picture/picture';
import { drawPoster } from './drawing/draw-poster';
import { posterLabel } from './poster-label';

/** The picture that was chosen as a film's poster, as the API tells of it. */
export interface PosterPicture {
  imageId: string;
  thumbhash: string | null;
  thumbnails: readonly Thumbnail[];
}

/** A film's poster, two wide to three high: its picture or, where it has none that loads, one drawn from its facts. */
@Component({
  selector: 'mf-poster',
  imports: [Picture],
  templateUrl: './poster.html',
  styleUrl: './poster.scss',
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Poster {
  readonly title = input.required<string>();
  readonly year = input.required<number>();
  /** The directors' names. */
  readonly directors = input.required<readonly string[]>();
  readonly picture = input<PosterPicture | null>(null);
  /** Width that it takes on the page, in CSS pixels. */
  readonly width = input.required<number>();
  /** The picture did not load, most likely because its signed address ran out. */
  readonly broken = output();

  readonly #film = computed(() => ({ title: this.title(), year: this.year(), directors: this.directors() }));
  protected readonly drawing = computed(() => drawPoster(this.#film()));
  protected readonly label = computed(() => posterLabel(this.#film()));
  protected readonly isBroken = linkedSignal({ source: this.picture, computation: () => false });
  protected readonly image = computed(() => {
    const picture = this.picture();
    return picture && { ...picture, id: picture.imageId, title: this.label(), filename: '' };
  });
}
