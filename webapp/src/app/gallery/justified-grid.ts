import {
  afterNextRender,
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
} from '@angular/core';
import type { Image, Visibility } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { GalleryTile } from './gallery-tile';
import { indexAfterKey } from './layout/grid-keys';
import { createGridLayouter } from './layout/grid-layout';
import { rowOfIndex, rowsBetween } from './layout/row-window';
import { watchViewport } from './watch-viewport';

/** Width from which day headings stand in the margin, in CSS pixels. */
const MARGIN_HEADINGS_FROM_PX = 1000;
const MARGIN_PX = 104;
/** How much is drawn above and below the window, in heights of it. */
const OVERSCAN = 1;

/** Justified rows of which only those near the window exist, so that their number does not matter. */
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
  readonly #layOut = createGridLayouter();

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
  /** Height to aim for, in CSS pixels. */
  readonly rowHeight = input(240);

  readonly nearEnd = output();
  readonly pick = output<{ image: Image; isRange: boolean }>();
  readonly retry = output<Image>();
  readonly remove = output<Image>();
  readonly broken = output<Image>();

  protected readonly viewport = watchViewport(this.#host, (bottom) => {
    if (bottom > this.layout().height - 2 * innerHeight) this.nearEnd.emit();
  });
  /** Apart from the rest, so that scrolling lays out nothing. */
  readonly #width = computed(() => this.viewport().width);
  protected readonly hasMargin = computed(() => this.isDated() && this.#width() >= MARGIN_HEADINGS_FROM_PX);
  protected readonly margin = computed(() => (this.hasMargin() ? MARGIN_PX : 0));
  readonly layout = computed(() => {
    const width = this.#width();
    const options = {
      width: Math.max(1, width - this.margin()),
      targetHeight: width < 600 ? 120 : this.rowHeight(),
      isDated: this.isDated(),
      headingHeight: this.hasMargin() || !this.isDated() ? 0 : 36,
    };
    return this.#layOut(width === 0 ? [] : this.images(), options, new Date());
  });

  /** The image that holds the grid's tab stop, by id, so that it stays on it when the list changes. */
  readonly #activeId = signal('');
  protected readonly activeIndex = linkedSignal<readonly Image[], number>({
    source: this.images,
    computation: (images, previous) => {
      const index = images.findIndex(({ id }) => id === this.#activeId());
      return index >= 0 ? index : Math.min(previous?.value ?? 0, Math.max(0, images.length - 1));
    },
  });

  protected readonly visibleRows = computed(() => {
    const { rows } = this.layout();
    const { top, bottom } = this.viewport();
    const extra = (bottom - top) * OVERSCAN;
    const visible = rowsBetween(rows, top - extra, bottom + extra);
    // The row with the focus stays, wherever it is, because focus dies with its element.
    const active = rows[rowOfIndex(rows, this.activeIndex())];
    return active && !visible.includes(active) ? [...visible, active] : visible;
  });

  protected readonly headings = computed(() => this.visibleRows().flatMap((row) => row.heading ?? []));

  /** Flat, so that a picture which moves to another row keeps its element. */
  protected readonly tiles = computed(() => {
    const images = this.images();
    return this.visibleRows().flatMap(({ top, height, boxes }) =>
      boxes.map((box) => {
        const image = images[box.index]!;
        return { ...box, top, height, image, pictureWidth: widthAt(height, image, box.width) };
      }),
    );
  });

  protected activate(index: number): void {
    this.#activeId.set(this.images()[index]?.id ?? '');
    this.activeIndex.set(index);
  }

  protected moveFocus(event: KeyboardEvent): void {
    const index = indexAfterKey(event.key, this.activeIndex(), this.layout().rows);
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.focusIndex(index);
  }

  /** Brings an image into the window and gives it the focus. */
  focusIndex(index: number): void {
    this.activate(index);
    afterNextRender(() => this.#tileOf(index)?.focus(), { injector: this.#injector });
  }

  focusImage(imageId: string): void {
    const index = this.images().findIndex(({ id }) => id === imageId);
    if (index >= 0) this.focusIndex(index);
  }

  #tileOf(index: number): HTMLElement | null {
    return this.#host.querySelector(`[data-image-id="${this.images()[index]?.id}"]`);
  }
}

/** How wide a picture is drawn that fills a box, also where the box crops it. CSS pixels. */
function widthAt(height: number, image: Image, boxWidth: number): number {
  return Math.max(boxWidth, image.width && image.height ? (height * image.width) / image.height : 0);
}
