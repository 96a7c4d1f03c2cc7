import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { Image, Visibility } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { around, drawnExtent, type Extent, OVERSCAN } from './drawn-extent';
import { GalleryTile } from './gallery-tile';
import type { Stretch } from './images/image-window';
import { keepPlace } from './keep-place';
import { indexAfterKey } from './layout/grid-keys';
import { createGridLayouter, type PlacedRow } from './layout/grid-layout';
import { rowOfIndex, rowsBetween, stretchOf } from './layout/row-window';
import { targetHeight } from './layout/target-height';
import { tilesOf } from './layout/tiles';
import { TileFocus } from './tile-focus';
import { watchViewport } from './watch-viewport';

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
  readonly #kept = keepPlace(this.#host, this.#watched, this.hasEarlier, (place) => {
    const width = this.#width();
    if (width === 0) return { rows: [], height: 0, moved: 0 };
    const options = {
      width: Math.max(1, width - this.margin()),
      targetHeight: targetHeight(width, this.rowHeight()),
      isDated: this.isDated(),
      ...(this.hasMargin() || !this.isDated() ? NO_HEADING : HEADING),
    };
    return this.layOut()(this.images(), options, new Date(), place);
  });
  readonly layout = this.#kept.layout;

  /** Whether it is higher than two windows. */
  readonly isTall = computed(() => {
    const { top, bottom } = this.viewport();
    return this.layout().height > 2 * (bottom - top);
  });

  readonly focus = new TileFocus(this.#host, this.images, (index) => this.#inSight(index));

  readonly #topImage = signal<Image | null>(null);
  /** The first image of the row that the visitor looks at, or null where there is none. */
  readonly topImage = this.#topImage.asReadonly();

  readonly #drawn = drawnExtent(this.#host, this.layout, this.#kept.view);

  protected readonly visibleRows = computed(() => {
    const { rows } = this.layout();
    const visible = this.#rowsWithin(this.#drawn.tiles());
    // The row with the focus stays, wherever it is, because focus dies with its element.
    const active = rows[rowOfIndex(rows, this.focus.activeIndex())];
    return active && !visible.includes(active) ? [...visible, active] : visible;
  });

  /** The images whose pictures are fetched. */
  protected readonly pictured = computed(() => stretchOf(this.#rowsWithin(this.#drawn.pictures())));

  protected readonly headings = computed(() => this.visibleRows().flatMap((row) => row.heading ?? []));

  protected readonly tiles = computed(() => tilesOf(this.visibleRows(), this.images()));

  /** Whether the visitor has been anywhere but at the top of the page. */
  #hasScrolled = false;

  constructor() {
    // Only now: before the page was scrolled to where its images moved, others were in sight.
    afterRenderEffect(() => {
      const { top, bottom } = this.viewport();
      const [row] = rowsBetween(this.layout().rows, top + (bottom - top) / EYES, bottom);
      this.#topImage.set((row && this.images()[row.first]) ?? null);
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

  protected moveFocus(event: KeyboardEvent): void {
    const index = indexAfterKey(event.key, this.focus.activeIndex(), this.layout().rows);
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'Home' && this.hasEarlier()) this.goToStart.emit();
    else if (event.key === 'End' && this.hasMore()) this.goToEnd.emit();
    else this.focus.moveTo(index);
  }

  #rowsWithin({ top, bottom }: Extent): PlacedRow[] {
    return rowsBetween(this.layout().rows, top, bottom);
  }

  /** The images in the window and in so many heights of it around. */
  #stretchAround(heights: number): Stretch {
    return stretchOf(this.#rowsWithin(around(this.#kept.view(), heights)));
  }

  /** The image of that number where it is still in sight, else the first that is. */
  #inSight(index: number): number {
    const { first, last } = this.#stretchAround(OVERSCAN);
    return index >= first && index <= last ? index : this.#stretchAround(0).first;
  }
}
