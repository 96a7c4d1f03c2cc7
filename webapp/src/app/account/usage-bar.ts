import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { User } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { formatBytes } from '../shared/format-bytes';

@Component({
  selector: 'mf-usage-bar',
  imports: [MatProgressBar],
  template: `
    <p>{{ words() }}</p>
    <mat-progress-bar [value]="percent()" [attr.aria-label]="t().account.spaceUsed" />
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
  protected readonly t = texts;

  readonly usage = input.required<User['usage']>();

  protected readonly percent = computed(() => (100 * this.usage().bytes) / this.usage().maxBytes);
  protected readonly words = computed(() => {
    const { images, bytes, maxBytes } = this.usage();
    const { shared } = texts();
    return `${shared.images(images)}, ${shared.bytesOf(formatBytes(bytes), formatBytes(maxBytes))}`;
  });
}
