import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Notices } from '../core/notices/notices';
import { Button } from '../shared/button/button';

/** Shows the notices, and reads them out. */
@Component({
  selector: 'mf-notice-bar',
  imports: [Button],
  template: `
    <div role="status">
      @if (notices.current(); as notice) {
        <div class="notice" (pointerenter)="notices.hold()" (pointerleave)="notices.release()"
          (focusin)="enter($event)" (focusout)="notices.release()">
          <span>{{ notice.text }}</span>
          @if (notice.action; as action) {
            <button mfButton type="button" (click)="press(action)">{{ action.label }}</button>
          }
        </div>
      }
    </div>
  `,
  styleUrl: './notice-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeBar {
  protected readonly notices = inject(Notices);
  #cameFrom: HTMLElement | null = null;

  protected enter({ relatedTarget }: FocusEvent): void {
    this.notices.hold();
    this.#cameFrom = relatedTarget instanceof HTMLElement ? relatedTarget : null;
  }

  protected press(action: { run?(): void }): void {
    // The button goes, so the focus has to go back first.
    this.#cameFrom?.focus();
    this.notices.dismiss();
    action.run?.();
  }
}
