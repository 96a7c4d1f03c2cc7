import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { UploadQueue } from '../queue/upload-queue';
import { UploadRow } from './upload-row';

const ROW_PIXELS = 72;
/** Rows above the visible ones, so that scrolling finds them drawn. */
const ROWS_AHEAD = 3;
/** All that exist at once: the tray shows seven at most, whole or in part. */
const ROWS_DRAWN = 7 + 2 * ROWS_AHEAD;

/** The rows of the tray, of which only those in view exist, because there may be thousands. */
@Component({
  selector: 'mf-upload-list',
  imports: [UploadRow],
  template: `
    <div role="none" [style.height.px]="queue.entries().length * rowPixels">
      @for (row of rows(); track row.entry.id) {
        <mf-upload-row role="listitem" [attr.aria-posinset]="row.index + 1" [attr.aria-setsize]="queue.entries().length"
          [style.top.px]="row.index * rowPixels" [entry]="row.entry" />
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      overflow-y: auto;
      overscroll-behavior: contain;
    }

    div {
      position: relative;
    }

    mf-upload-row {
      position: absolute;
      right: 0;
      left: 0;
    }
  `,
  host: { '(scroll)': 'firstDrawn.set(firstToDraw())' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadList {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly queue = inject(UploadQueue);
  protected readonly rowPixels = ROW_PIXELS;
  protected readonly firstDrawn = signal(0);
  protected readonly rows = computed(() => {
    const first = this.firstDrawn();
    const drawn = this.queue.entries().slice(first, first + ROWS_DRAWN);
    return drawn.map((entry, index) => ({ entry, index: first + index }));
  });

  protected firstToDraw(): number {
    return Math.max(0, Math.floor(this.#host.scrollTop / ROW_PIXELS) - ROWS_AHEAD);
  }
}
