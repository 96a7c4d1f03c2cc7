import { Component } from '@angular/core';

/** The name with its mark: a screen and the light that falls on it. */
@Component({
  selector: 'mf-logo',
  template: `
    <svg viewBox="0 0 28 24" aria-hidden="true">
      <path class="screen" d="M2.5 4h23v16h-23z" />
      <path class="light" d="M2.5 12 25.5 4v16z" />
    </svg>
    <span>movieFlix</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 10px;
      align-items: center;
      font: var(--mf-type-heading);
      letter-spacing: -0.01em;
    }

    svg {
      width: 28px;
      height: 24px;
    }

    .screen {
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.75;
      stroke-linejoin: round;
    }

    @media (width < 600px) {
      span {
        display: none;
      }
    }

    .light {
      fill: var(--mat-sys-primary);
    }
  `,
})
export class Logo {}
