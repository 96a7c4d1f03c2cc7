import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** An empty place: a small drawing, what will be here, and the one next step as its content. */
@Component({
  selector: 'mf-empty-place',
  template: `
    <svg viewBox="0 0 200 120" aria-hidden="true">
      <path class="beam" d="M22 96 186 22v74z" />
      <path class="frame" d="M62 26h76v54H62z" />
      <path class="hill" d="M62 80l24-28 16 18 12-12 24 22z" />
      <circle class="sun" cx="118" cy="42" r="7" />
      <path class="floor" d="M14 100h172" />
      <path class="seat" d="M30 100v-8a7 7 0 0 1 14 0v8M52 100v-8a7 7 0 0 1 14 0v8M74 100v-8a7 7 0 0 1 14 0v8" />
    </svg>
    <h2>{{ heading() }}</h2>
    <p class="quiet">{{ text() }}</p>
    <div class="next"><ng-content /></div>
  `,
  styleUrl: './empty-place.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyPlace {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
}
