import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** An empty place: a small drawing, what will be here, and the one next step as its content. */
@Component({
  selector: 'mf-empty-place',
  template: `
    <svg viewBox="0 0 200 120" aria-hidden="true">
      <path class="beam" d="M18 50 92 14v72z" />
      <path class="lamp" d="M8 43h10v14H8zM11 57v43" />
      <path class="frame" d="M92 14h92v72H92z" />
      <path class="hill" d="M92 86l28-34 20 22 14-14 30 26z" />
      <circle class="sun" cx="160" cy="34" r="8" />
      <path class="floor" d="M4 104h192" />
      <path class="seat" d="M40 104v-9a7 7 0 0 1 14 0v9M62 104v-9a7 7 0 0 1 14 0v9" />
    </svg>
    @if (isPage()) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <p class="quiet">{{ text() }}</p>
    <div class="next"><ng-content /></div>
  `,
  styleUrl: './empty-place.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyPlace {
  readonly heading = input.required<string>();
  /** Whether there is nothing else on the page. */
  readonly isPage = input(false);
  readonly text = input.required<string>();
}
