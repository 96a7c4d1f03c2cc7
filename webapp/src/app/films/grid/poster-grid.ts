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
  model,
  output,
  signal,
} from '@angular/core';
import type { Movie } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { watchViewport } from '../../gallery/watch-viewport';
import { drawingSteps } from '../../shared/drawing-steps';
import { FilmTile } from './film-tile';
import { posterAfterKey, posterColumns, rowsBetween } from './poster-columns';

/** How much is drawn above and below the window, in heights of it. */
const OVERSCAN = 0.75;
/** Rows of empty places that are shown before the first films come. */
const ROWS_TO_COME = 3;
/** The first rows that are filled one by one: more than a window has. */
const SINGLE_ROWS = 6;

/** Posters in rows of which only those near the window exist, so that their number does not matter. */
@Component({
  selector: 'mf-poster-grid',
  imports: [FilmTile],
  templateUrl: './poster-grid.html',
  styleUrl: './poster-grid.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PosterGrid {
  protected readonly t = texts;

  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly films = input.required<readonly Movie[]>();
  /** Whether more films are to come after those. */
  readonly hasMore = input.required<boolean>();
  /** Whether hearts and lists are offered. */
  readonly isMember = input.required<boolean>();
  /** Whether the films are those of a list of the member. */
  readonly isList = input(false);
  /** The film that holds the grid's one tab stop, by id. */
  readonly activeId = model.required<string>();

  readonly nearEnd = output();
  readonly broken = output<Movie>();
  readonly addToList = output<Movie>();
  readonly takeFromList = output<Movie>();

  protected readonly viewport = watchViewport(this.#host, (bottom) => {
    if (this.hasMore() && bottom > this.height() - 2 * innerHeight) this.nearEnd.emit();
  }).viewport;
  /** Apart from the rest, so that scrolling lays out nothing. */
  readonly #width = computed(() => this.viewport().width);
  protected readonly grid = computed(() => posterColumns(this.#width()));
  /** The films, and the empty places where more will be. */
  readonly #places = computed(() => {
    const count = this.films().length;
    const { columns } = this.grid();
    if (!this.hasMore()) return count;
    return (Math.ceil(count / columns) + (count === 0 ? ROWS_TO_COME : 1)) * columns;
  });
  readonly #rowCount = computed(() => Math.ceil(this.#places() / this.grid().columns));
  protected readonly height = computed(() => this.#rowCount() * this.grid().rowHeight);

  protected readonly activeIndex = linkedSignal<readonly Movie[], number>({
    source: this.films,
    computation: (films, previous) => {
      const index = films.findIndex(({ id }) => id === this.activeId());
      return index >= 0 ? index : Math.min(previous?.value ?? 0, Math.max(0, films.length - 1));
    },
  });

  /** The first rows are filled one by one. */
  readonly #step = drawingSteps(SINGLE_ROWS, () => this.films().length > 0);

  protected readonly tiles = computed(() => {
    if (this.#width() === 0) return [];
    const { columns, tileWidth, gap, rowHeight } = this.grid();
    const { top, bottom } = this.viewport();
    const extra = (bottom - top) * OVERSCAN;
    const rows = rowsBetween(top - extra, bottom + extra, rowHeight, this.#rowCount());
    const filled = new Set(this.#step() < SINGLE_ROWS ? rows.slice(0, this.#step()) : rows);
    // The row with the focus stays, wherever it is, because focus dies with its element.
    if (this.#step() > 0) filled.add(Math.floor(this.activeIndex() / columns));
    return [...new Set([...rows, ...filled])].flatMap((row) =>
      Array.from({ length: Math.min(columns, this.#places() - row * columns) }, (_, column) => {
        const index = row * columns + column;
        const film = filled.has(row) ? this.films()[index] : undefined;
        return {
          index,
          film,
          key: film?.id ?? index,
          top: row * rowHeight,
          left: column * (tileWidth + gap),
        };
      }),
    );
  });

  /** How to focus the active film, where that is still to be done. */
  readonly #wantedFocus = signal<FocusOptions | null>(null);

  constructor() {
    afterRenderEffect(() => this.#giveFocus());
  }

  protected activate(index: number): void {
    this.activeId.set(this.films()[index]?.id ?? '');
    this.activeIndex.set(index);
  }

  protected moveFocus(event: KeyboardEvent): void {
    const count = this.films().length;
    const index = posterAfterKey(event.key, this.activeIndex(), this.grid().columns, count);
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.activate(index);
    this.focusActive();
  }

  /** Gives the focus to the film that had it last, as soon as it is drawn. */
  focusActive(options: FocusOptions = {}): void {
    this.#wantedFocus.set(options);
  }

  #giveFocus(): void {
    const options = this.#wantedFocus();
    const tile = this.tiles().find(({ index }) => index === this.activeIndex());
    if (options === null || tile?.film === undefined) return;
    const element = this.#host.querySelector<HTMLElement>(`[data-film-id="${tile.film.id}"]`);
    if (element === null) {
      // The window was measured just now, and what is in it is drawn with the next rendering.
      afterNextRender(() => this.#giveFocus(), { injector: this.#injector });
      return;
    }
    element.focus(options);
    this.#wantedFocus.set(null);
  }
}
