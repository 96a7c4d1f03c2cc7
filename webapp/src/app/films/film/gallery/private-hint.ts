import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { texts } from '../../../core/language/texts';
import { Button } from '../../../shared/button/button';
import { Icon } from '../../../shared/icon/icon';

/** Says that others do not see some of the member's pictures, and how they would. */
@Component({
  selector: 'mf-private-hint',
  imports: [Button, Icon],
  template: `
    <mf-icon name="lock" />
    <p>{{ t().film.gallery.privateHint(count()) }}</p>
    <button mfButton type="button" (click)="publish.emit()">{{ t().film.gallery.publish(count()) }}</button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 4px 12px;
      align-items: center;
      width: fit-content;
      max-width: calc(100% - 2 * var(--film-inset));
      margin: 0 var(--film-inset) 16px;
      padding: 4px 8px 4px 16px;
      border-radius: 10px;
      background: var(--mat-sys-surface-container-highest);
      font: var(--mf-type-label);
    }

    mf-icon {
      width: 18px;
      height: 18px;
    }

    @media (width < 600px) {
      :host {
        grid-template-columns: auto 1fr;
        padding-top: 12px;
      }

      button {
        grid-column: 2;
        justify-self: start;
        margin-left: -12px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivateHint {
  protected readonly t = texts;

  readonly count = input.required<number>();
  readonly publish = output();
}
