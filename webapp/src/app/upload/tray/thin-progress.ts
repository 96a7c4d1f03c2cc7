import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A thin line that fills. */
@Component({
  selector: 'mf-thin-progress',
  template: `<div [style.transform]="scale()"></div>`,
  styles: `
    :host {
      display: block;
      height: 2px;
      overflow: hidden;
      background: var(--mat-sys-surface-container-highest);
    }

    div {
      height: 100%;
      background: var(--mat-sys-primary);
      transform-origin: left;
      transition: transform 160ms ease-out;
    }
  `,
  host: {
    role: 'progressbar',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    '[attr.aria-valuenow]': 'percent()',
    '[attr.aria-label]': 'label()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThinProgress {
  /** 0 to 1. */
  readonly fraction = input.required<number>();
  readonly label = input.required<string>();
  protected readonly percent = computed(() => Math.floor(this.fraction() * 100));
  protected readonly scale = computed(() => `scaleX(${this.fraction()})`);
}
