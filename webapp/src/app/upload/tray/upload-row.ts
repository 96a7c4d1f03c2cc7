import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { Icon } from '../../shared/icon/icon';
import { isUnsent, type UploadEntry } from '../queue/upload-entry';
import { UploadQueue } from '../queue/upload-queue';
import { FilePicture } from './file-picture';
import { statusWords } from './status-words';
import { ThinProgress } from './thin-progress';

/** One file of the tray. */
@Component({
  selector: 'mf-upload-row',
  imports: [Button, FilePicture, Icon, ThinProgress],
  templateUrl: './upload-row.html',
  styleUrl: './upload-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadRow {
  protected readonly t = texts;

  protected readonly queue = inject(UploadQueue);

  readonly entry = input.required<UploadEntry>();

  protected readonly status = computed(() => statusWords(this.entry(), this.queue.holdReason()));
  protected readonly phase = computed(() => this.entry().state().phase);
  protected readonly canCancel = computed(() => isUnsent(this.entry().state()));
  protected readonly canRetry = computed(() => {
    const state = this.entry().state();
    return state.phase === 'failed' && state.remedy !== null;
  });
  /** 0 to 1, or null where nothing moves. */
  protected readonly fraction = computed(() => {
    const state = this.entry().state();
    return state.phase === 'uploading' ? state.sentBytes / this.entry().bytes : null;
  });
}
