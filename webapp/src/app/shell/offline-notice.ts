import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { texts } from '../core/language/texts';
import { Connection } from '../core/offline/connection';

/** A line over the page, and for those who listen, for as long as there is no network. */
@Component({
  selector: 'mf-offline-notice',
  template: `
    <div role="status">
      @if (!connection.isOnline()) {
        <p>{{ t().shell.offline }}</p>
      }
    </div>
  `,
  styles: `
    p {
      max-width: none;
      padding: 8px var(--mf-page-padding);
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mf-type-label);
      text-align: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfflineNotice {
  protected readonly t = texts;

  protected readonly connection = inject(Connection);
}
