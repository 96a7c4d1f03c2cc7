import { ChangeDetectionStrategy, Component } from '@angular/core';

/** A small drawing: photographs on their way. It says nothing to a screen reader. */
@Component({
  selector: 'mf-photograph-stack',
  template: `
    <svg viewBox="0 0 160 112" aria-hidden="true">
      <rect class="back" x="30" y="26" width="84" height="64" rx="4" transform="rotate(-9 72 58)" />
      <rect class="back" x="48" y="22" width="84" height="64" rx="4" transform="rotate(7 90 54)" />
      <rect class="front" x="38" y="24" width="84" height="64" rx="4" />
      <circle class="sun" cx="104" cy="42" r="7" />
      <path class="hills" d="M38 76l22-24 18 18 14-12 30 26v0a4 4 0 0 1-4 4H42a4 4 0 0 1-4-4z" />
    </svg>
  `,
  styles: `
    svg {
      display: block;
      width: 160px;
    }

    rect {
      stroke: var(--mat-sys-outline);
      stroke-width: 1.5;
    }

    .back {
      fill: var(--mat-sys-surface-container);
    }

    .front {
      fill: var(--mat-sys-surface-container-highest);
    }

    .sun {
      fill: var(--mat-sys-primary);
    }

    .hills {
      fill: var(--mat-sys-outline);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotographStack {}
