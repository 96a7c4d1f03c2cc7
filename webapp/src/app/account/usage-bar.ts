import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { User } from '../core/api/api-types';
import { formatBytes } from '../shared/format-bytes';

@Component({
  selector: 'mf-usage-bar',
  imports: [MatProgressBar],
  template: `
    <p>{{ words() }}</p>
    <mat-progress-bar [value]="percent()" aria-label="Space used" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsageBar {
  readonly usage = input.required<User['usage']>();

  protected readonly percent = computed(() => (100 * this.usage().bytes) / this.usage().maxBytes);
  protected readonly words = computed(() => {
    const { images, bytes, maxBytes } = this.usage();
    const count = images === 1 ? '1 image' : `${images} images`;
    return `${count}, ${formatBytes(bytes)} of ${formatBytes(maxBytes)}`;
  });
}
