import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  inputBinding,
  untracked,
  ViewContainerRef,
  viewChild,
} from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import type { Image } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import { showLate } from '../shared/late/show-late';
import { GalleryLayout } from './gallery-layout';
import { parseShow } from './images/gallery-query';
import { GalleryStore } from './images/gallery-store';
import { ImageDeeds } from './images/image-deeds';
import { Selection } from './images/selection';
import { takenAtMs } from './images/taken-order';
import { JustifiedGrid } from './justified-grid';
import { prepareDayLabels } from './layout/day-labels';
import { ShowFilter } from './show-filter';
import { endOfMonthMs, type Month, monthOf, spanInMonths } from './timeline/month';
import { TimelineMonths } from './timeline/timeline-months';

/** A gallery of a year or less is scrolled through without a scrubber. */
const LONG_FROM_MONTHS = 13;

@Component({
  selector: 'mf-gallery-page',
  imports: [EmptyPlace, JustifiedGrid, Button, RouterOutlet, ShowFilter],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.scss',
  providers: [Selection, TimelineMonths],
  host: { '[class.has-years]': "query().q === ''", '(document:keydown.escape)': 'selection.clear()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class GalleryPage {
  protected readonly t = texts;

  /** Words to search for, from the address. */
  readonly q = input<string>();
  /** Whose images to show, from the address. */
  readonly show = input<string>();

  protected readonly store = inject(GalleryStore);
  protected readonly deeds = inject(ImageDeeds);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(SessionStore);
  protected readonly grid = viewChild(JustifiedGrid);
  protected readonly emptyPlace = viewChild('emptyPlace', { read: ViewContainerRef });
  protected readonly scrubberPlace = viewChild('scrubber', { read: ViewContainerRef });
  protected readonly selectionBarPlace = viewChild('selectionBar', { read: ViewContainerRef });
  protected readonly query = computed(() => ({ q: this.q() ?? '', show: parseShow(this.show()) }));
  protected readonly layout = inject(GalleryLayout);
  protected readonly timeline = inject(TimelineMonths);
  /** The month in sight. */
  protected readonly month = computed(() => {
    const image = this.grid()?.topImage();
    return image ? monthOf(image) : null;
  });
  /** Whether there is more than a year, and more than two windows of it. */
  protected readonly isLong = computed(() => {
    const isPartial = this.store.hasMore() || this.store.hasEarlier();
    return (
      (isPartial || this.grid()?.isTall() === true) &&
      spanInMonths(this.timeline.months()) >= LONG_FROM_MONTHS
    );
  });
  protected readonly memberId = computed(() => this.session.user()?.id ?? null);

  constructor() {
    afterNextRender(() => setTimeout(prepareDayLabels));
    const isReturn = inject(Router).currentNavigation()?.trigger === 'popstate';
    effect(() => {
      const query = this.query();
      this.session.token();
      untracked(() => {
        this.store.open(query, isReturn);
        this.timeline.open(query);
      });
    });
    this.#showEmptyGallery();
    this.#showScrubber();
    this.#showSelectionBar();
  }

  #showEmptyGallery(): void {
    const load = async () => (await import('./empty-gallery')).EmptyGallery;
    showLate(this.emptyPlace, this.store.isEmpty, load, [inputBinding('query', this.query)]);
  }

  #showScrubber(): void {
    const load = async () => (await import('./timeline/year-scrubber')).YearScrubber;
    showLate(this.scrubberPlace, this.isLong, load, [
      inputBinding('months', this.timeline.months),
      inputBinding('current', this.month),
      inputBinding('jump', () => this.#jumpTo),
    ]);
  }

  #showSelectionBar(): void {
    const load = async () => (await import('./selection-bar')).SelectionBar;
    showLate(this.selectionBarPlace, this.selection.isPicking, load);
  }

  readonly #jumpTo = (month: Month): Promise<void> =>
    month === this.timeline.months()[0] ? this.store.jumpToStart() : this.store.jumpTo(endOfMonthMs(month));

  protected async goTo(end: 'start' | 'end'): Promise<void> {
    const hadFocus = this.grid()?.focus.isIn();
    await (end === 'start' ? this.store.jumpToStart() : this.store.jumpToEnd());
    const image = this.store.images().at(end === 'start' ? 0 : -1);
    if (hadFocus && image) this.grid()?.focus.moveToImage(image.id);
  }

  /** The focus goes to where the visitor left off, which may be far from where the viewer was opened. */
  protected async focusLastViewed(viewer: { current: () => Image | null }): Promise<void> {
    const image = viewer.current();
    if (image === null) return;
    const isHeld = this.store.images().some(({ id }) => id === image.id);
    if (!isHeld && this.store.images().length > 0) await this.store.jumpTo(takenAtMs(image));
    this.grid()?.focus.moveToImage(image.id);
  }
}
