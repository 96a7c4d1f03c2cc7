import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  Injector,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { Image, Visibility } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { around, drawnExtent, type Extent, OVERSCAN } from './drawn-extent';
import { GalleryTile } from './gallery-tile';
import type { Stretch } from './images/image-window';
import { indexAfterKey } from './layout/grid-keys';
import { createGridLayouter, type GridLayout, type PlacedRow } from './layout/grid-layout';
import { rowOfIndex, rowsBetween, stretchOf } from './layout/row-window';
import { targetHeight } from './layout/target-height';
import { tilesOf } from './layout/tiles';
import { VIEWPORT_ERROR_PX, watchViewport } from './watch-viewport';

/** Width from which day headings stand in the margin, in CSS pixels. */
const MARGIN_HEADINGS_FROM_PX = 1000;
const MARGIN_PX = 104;
/** Heights of headings above their rows, in CSS pixels. */
const HEADING = { headingHeight: 36, monthHeight: 36 };
const NO_HEADING = { headingHeight: 0, monthHeight: 0 };
/** How much is held above and below the window, in heights of it. */
const LOAD_AHEAD = 2;
/** The eyes are on the upper part of the window: what fraction of its height from the top. */
const EYES = 4;

/**
 * Justified rows of which only those near the window exist, so that their number does not matter. Images may come and
 * go at either end of the list, and what is in the window stays where it is.
 */
@Component({
  selector: 'mf-justified-grid',
  imports: [GalleryTile],
  templateUrl: './justified-grid.html',
  styleUrl: './justified-grid.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustifiedGrid {
  protected readonly t = texts;

  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);

  readonly images = input.required<readonly Image[]>();
  readonly picked = input.required<ReadonlySet<string>>();
  /** Whether a click picks instead of opening. */
  readonly isPicking = input(false);
  /** The member whose images may be picked. */
  readonly memberId = input<string | null>(null);
  /** Whether everybody's images may be picked. */
  readonly canPickAll = input(false);
  /** Whether the images are only there to be picked. */
  readonly isChoice = input(false);
  /** Which visibility a mark tells its owner of. */
  readonly marked = input<Visibility>('public');
  /** Whether headings tell the days. */
  readonly isDated = input(true);
  /** Height to aim for, in CSS pixels; in a very wide window it is more, in a narrow one less. */
  readonly rowHeight = input<number>();
  /** Whether more images come before those of the list. */
  readonly hasEarlier = input(false);
  /** Whether more images follow those of the list. */
  readonly hasMore = input(false);
  /** One that outlives the grid has each image where it was when the visitor comes back. */
  readonly layOut = input(createGridLayouter());

  /** The end of the list is near. Carries the images that are in sight or close. */
  readonly nearEnd = output<Stretch>();
  readonly nearStart = output<Stretch>();
  /** The visitor goes to where the whole list begins, or ends. */
  readonly goToStart = output();
  readonly goToEnd = output();
  readonly pick = output<{ image: Image; isRange: boolean }>();
  readonly retry = output<Image>();
  readonly remove = output<Image>();
  readonly broken = output<Image>();

  readonly #watched = watchViewport(this.#host);
  protected readonly viewport = this.#watched.viewport;
  /** Apart from the rest, so that scrolling lays out nothing. */
  readonly #width = computed(() => this.viewport().width);
  protected readonly hasMargin = computed(() => this.isDated() && this.#width() >= MARGIN_HEADINGS_FROM_PX);
  protected readonly margin = computed(() => (this.hasMargin() ? MARGIN_PX : 0));
  readonly layout = computed(() => {
    const width = this.#width();
    if (width === 0) return { rows: [], height: 0, moved: 0, scrollTo: null };
    const options = {
      width: Math.max(1, width - this.margin()),
      targetHeight: targetHeight(width, this.rowHeight()),
      isDated: this.isDated(),
      ...(this.hasMargin() || !this.isDated() ? NO_HEADING : HEADING),
    };
    const place = { viewTop: untracked(() => this.#viewTop()), hasEarlier: this.hasEarlier() };
    const layout = this.layOut()(this.images(), options, new Date(), place);
    return { ...layout, scrollTo: untracked(() => this.#placeAfter(layout)) };
  });
  /** How far the page is still to be scrolled to where its images moved, in CSS pixels. */
  readonly #awayFromPlace = linkedSignal(() => {
    const { scrollTo } = this.layout();
    return scrollTo === null ? 0 : scrollTo - this.#scroller().scrollTop;
  });

  /** Whether it is higher than two windows. */
  readonly isTall = computed(() => {
    const { top, bottom } = this.viewport();
    return this.layout().height > 2 * (bottom - top);
  });

  /** The image that holds the grid's tab stop, by id, so that it stays on it when the list changes. */
  readonly #activeId = signal('');
  protected readonly activeIndex = linkedSignal<readonly Image[], number>({
    source: this.images,
    computation: (images, previous) => {
      const index = images.findIndex(({ id }) => id === this.#activeId());
      return index >= 0 ? index : untracked(() => this.#inSight(previous?.value ?? 0));
    },
  });

  readonly #topImage = signal<Image | null>(null);
  /** The first image of the row that the visitor looks at, or null where there is none. */
  readonly topImage = this.#topImage.asReadonly();

  /** What of the grid is in the window, or will be once the page is scrolled to where its images moved. */
  readonly #view = computed(() => {
    const { top, bottom } = this.viewport();
    const away = this.#awayFromPlace();
    return { top: top + away - VIEWPORT_ERROR_PX, bottom: bottom + away + VIEWPORT_ERROR_PX };
  });
  readonly #drawn = drawnExtent(this.#host, this.layout, this.#view);

  protected readonly visibleRows = computed(() => {
    const { rows } = this.layout();
    const visible = this.#rowsWithin(this.#drawn.tiles());
    // The row with the focus stays, wherever it is, because focus dies with its element.
    const active = rows[rowOfIndex(rows, this.activeIndex())];
    return active && !visible.includes(active) ? [...visible, active] : visible;
  });

  /** The images whose pictures are fetched. */
  protected readonly pictured = computed(() => stretchOf(this.#rowsWithin(this.#drawn.pictures())));

  protected readonly headings = computed(() => this.visibleRows().flatMap((row) => row.heading ?? []));

  protected readonly tiles = computed(() => tilesOf(this.visibleRows(), this.images()));

  /** Whether the visitor has been anywhere but at the top of the page. */
  #hasScrolled = false;

  constructor() {
    // Before the browser paints, so that nobody sees it.
    afterRenderEffect(() => {
      const { scrollTo } = this.layout();
      if (scrollTo === null) return;
      this.#scroller().scrollTo({ top: scrollTo, behavior: 'instant' });
      this.#watched.measure();
      this.#awayFromPlace.set(0);
    });
    // Only now: before the page was scrolled to where its images moved, others were in sight.
    afterRenderEffect(() => {
      const { top, bottom } = this.viewport();
      const [row] = rowsBetween(this.layout().rows, top + (bottom - top) / EYES, bottom);
      this.#topImage.set((row && this.images()[row.boxes[0]!.index]) ?? null);
    });
    afterRenderEffect(() => {
      const { rows, height } = this.layout();
      const { top, bottom } = this.viewport();
      const ahead = LOAD_AHEAD * (bottom - top);
      const hasEarlier = this.hasEarlier();
      this.#hasScrolled ||= top > 0;
      if (rows.length > 0)
        untracked(() => {
          if (hasEarlier && top <= 0 && this.#hasScrolled) this.goToStart.emit();
          else if (hasEarlier && rows[0]!.top > top - ahead)
            this.nearStart.emit(this.#stretchAround(LOAD_AHEAD));
          else if (height < bottom + ahead) this.nearEnd.emit(this.#stretchAround(LOAD_AHEAD));
        });
    });
  }

  protected activate(index: number): void {
    this.#activeId.set(this.images()[index]?.id ?? '');
    this.activeIndex.set(index);
  }

  protected moveFocus(event: KeyboardEvent): void {
    const index = indexAfterKey(event.key, this.activeIndex(), this.layout().rows);
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'Home' && this.hasEarlier()) this.goToStart.emit();
    else if (event.key === 'End' && this.hasMore()) this.goToEnd.emit();
    else this.focusIndex(index);
  }

  /** Focus dies with its element; where its image is not held any more, it goes to one in sight. */
  protected keepFocus(tile: EventTarget | null): void {
    queueMicrotask(() => {
      const isGone = tile instanceof Element && !tile.isConnected && this.#host.isConnected;
      if (isGone && document.activeElement === document.body) {
        this.focusIndex(this.activeIndex(), { preventScroll: true });
      }
    });
  }

  protected focusIndex(index: number, options: FocusOptions = {}): void {
    const image = this.images()[index];
    if (image) this.focusImage(image.id, options);
  }

  hasFocus(): boolean {
    return this.#host.contains(document.activeElement);
  }

  /** Brings an image of the list, also of one that is only about to be shown, into the window and gives it the focus. */
  focusImage(imageId: string, options: FocusOptions = {}): void {
    this.#activeId.set(imageId);
    const index = this.images().findIndex(({ id }) => id === imageId);
    if (index >= 0) this.activeIndex.set(index);
    const tile = () => this.#host.querySelector<HTMLElement>(`[data-image-id="${imageId}"]`);
    afterNextRender(() => tile()?.focus(options), { injector: this.#injector });
  }

  #rowsWithin({ top, bottom }: Extent): PlacedRow[] {
    return rowsBetween(this.layout().rows, top, bottom);
  }

  /** The images in the window and in so many heights of it around. */
  #stretchAround(heights: number): Stretch {
    return stretchOf(this.#rowsWithin(around(this.#view(), heights)));
  }

  /** The image of that number where it is still in sight, else the first that is. */
  #inSight(index: number): number {
    const { first, last } = this.#stretchAround(OVERSCAN);
    return index >= first && index <= last ? index : this.#stretchAround(0).first;
  }

  /** What scrolls the grid: the page, or a dialog's content. */
  #scroller(): Element {
    return this.#host.closest('mat-dialog-content') ?? document.documentElement;
  }

  /** Top of the window, in CSS pixels from the top of the grid. */
  #viewTop(): number {
    return -this.#host.getBoundingClientRect().top;
  }

  /**
   * Where to scroll to have what is in the window stay there, or what came instead begin at its top. Null where nothing
   * moved.
   */
  #placeAfter({ moved, rows: [row] }: GridLayout): number | null {
    const { scrollTop } = this.#scroller();
    if (moved !== null) return moved === 0 ? null : scrollTop + moved;
    if (!this.hasEarlier() || !row) return 0;
    const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return scrollTop - this.#viewTop() + row.top - padding;
  }
}
