import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { texts } from '../../core/language/texts';
import { type Month, nameOfMonth, yearOf } from './month';
import { placeOf, yearTicks } from './year-ticks';

/** A movement that pauses for so long is taken for where the visitor wants to be. */
const PAUSE_MS = 150;

/** The years of the gallery along the right edge: a slider from the latest month at the top to the earliest. */
@Component({
  selector: 'mf-year-scrubber',
  templateUrl: './year-scrubber.html',
  styleUrl: './year-scrubber.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearScrubber {
  protected readonly t = texts;

  /** The latest first; at least one. */
  readonly months = input.required<readonly Month[]>();
  /** The month in sight. */
  readonly current = input<Month | null>(null);

  /** Moves the page to a month. */
  readonly jump = input.required<(month: Month) => Promise<void>>();

  /** Where the slider was moved to, until the page moves on from there. */
  readonly #chosen = linkedSignal<Month | null, number | null>({
    source: this.current,
    // What the page shows on its way there, such as where an earlier move led, does not count.
    computation: (_current, previous) => (this.#isMoving ? (previous?.value ?? null) : null),
  });
  #isMoving = false;
  #pause = 0;

  protected readonly isDragged = signal(false);
  protected readonly index = computed(() => this.#chosen() ?? this.#indexOf(this.current()));
  protected readonly label = computed(() => nameOfMonth(this.months()[this.index()]!));
  protected readonly place = computed(() => placeOf(this.index(), this.months().length));
  protected readonly ticks = computed(() => yearTicks(this.months()));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#pause));
  }

  protected press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const track = event.currentTarget as HTMLElement;
    track.setPointerCapture(event.pointerId);
    this.isDragged.set(true);
    this.drag(event);
  }

  protected drag(event: PointerEvent): void {
    const track = event.currentTarget as HTMLElement;
    if (!track.hasPointerCapture(event.pointerId)) return;
    const { top, height } = track.getBoundingClientRect();
    this.#choose(Math.floor(((event.clientY - top) / height) * this.months().length));
  }

  protected release(): void {
    this.isDragged.set(false);
    if (this.#pause !== 0) this.#go();
  }

  protected step(event: KeyboardEvent): void {
    const index = this.#indexAfter(event.key);
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#choose(index);
  }

  #indexAfter(key: string): number | null {
    const index = this.index();
    const year = yearOf(this.months()[index]!);
    switch (key) {
      case 'ArrowDown':
      case 'ArrowRight':
        return index + 1;
      case 'ArrowUp':
      case 'ArrowLeft':
        return index - 1;
      case 'PageDown': {
        const earlier = this.months().findIndex((month) => yearOf(month) < year);
        return earlier < 0 ? this.months().length - 1 : earlier;
      }
      case 'PageUp': {
        const later = this.months().findLast((month) => yearOf(month) > year);
        return later === undefined ? 0 : this.months().findIndex((month) => yearOf(month) === yearOf(later));
      }
      case 'Home':
        return 0;
      case 'End':
        return this.months().length - 1;
      default:
        return null;
    }
  }

  #choose(index: number): void {
    this.#isMoving = true;
    this.#chosen.set(Math.min(Math.max(index, 0), this.months().length - 1));
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#go(), PAUSE_MS);
  }

  async #go(): Promise<void> {
    clearTimeout(this.#pause);
    this.#pause = 0;
    const chosen = this.index();
    await this.jump()(this.months()[chosen]!);
    if (chosen === this.index() && this.#pause === 0) this.#isMoving = false;
  }

  /** The month, or the one before it in time where it has none of its own. */
  #indexOf(month: Month | null): number {
    const index = month === null ? 0 : this.months().findIndex((candidate) => candidate <= month);
    return index < 0 ? this.months().length - 1 : index;
  }
}
