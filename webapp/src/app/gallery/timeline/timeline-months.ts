import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ImagesApi } from '../../core/api/images-api';
import { ImageEvents } from '../../core/events/image-events';
import { belongs, type GalleryQuery, toImageQuery } from '../images/gallery-query';
import { type Month, monthOf, monthsOf, withMonth } from './month';

/** The months in which the images of the gallery's list were taken, the latest first. */
@Injectable()
export class TimelineMonths {
  readonly #api = inject(ImagesApi);
  readonly #months = signal<readonly Month[]>([]);
  #query: GalleryQuery = { q: '', show: 'all' };

  readonly months = this.#months.asReadonly();

  constructor() {
    const events = inject(ImageEvents);
    events.reconnections.pipe(takeUntilDestroyed()).subscribe(() => this.open(this.#query));
    events.changes.pipe(takeUntilDestroyed()).subscribe((change) => {
      if (change.type === 'image.removed' || !belongs(change.image, this.#query, false)) return;
      this.#months.update((months) => withMonth(months, monthOf(change.image)));
    });
  }

  /** Of a search there are none: only its pages tell what it finds. */
  async open(query: GalleryQuery): Promise<void> {
    this.#query = query;
    if (query.q !== '') {
      this.#months.set([]);
      return;
    }
    const { owner, visibility } = toImageQuery(query);
    const asked = { ...(owner && { owner }), ...(visibility && { visibility }) };
    // Without them the gallery is scrolled as ever.
    const years = await this.#api.years(asked).catch(() => []);
    if (query === this.#query) this.#months.set(monthsOf(years));
  }
}
