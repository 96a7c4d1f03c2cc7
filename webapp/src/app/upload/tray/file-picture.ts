import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Icon } from '../../shared/icon/icon';
import type { UploadEntry } from '../queue/upload-entry';
import { FilePreviews } from './file-previews';

/** A file's own picture from the first moment, then the real thumbnail over it. */
@Component({
  selector: 'mf-file-picture',
  imports: [Icon],
  template: `
    @if (preview(); as url) {
      <img [src]="url" alt="" />
    } @else {
      <mf-icon name="gallery" />
    }
    @if (thumbnailUrl(); as url) {
      <img class="thumbnail" [class.loaded]="isLoaded()" [src]="url" alt="" (load)="isLoaded.set(true)" />
    }
  `,
  styleUrl: './file-picture.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilePicture {
  readonly #previews = inject(FilePreviews);

  readonly entry = input.required<UploadEntry>();

  protected readonly preview = signal<string | null>(null);
  protected readonly isLoaded = signal(false);
  protected readonly thumbnailUrl = computed(() => {
    const state = this.entry().state();
    const isThere = state.phase === 'ready' || state.phase === 'duplicate';
    return isThere ? state.image.thumbnails[0]?.url : undefined;
  });
  readonly #needsPreview = computed(() => this.thumbnailUrl() === undefined && this.#hasFile());
  readonly #hasFile = computed(() => {
    const entry = this.entry();
    entry.state();
    return entry.file !== null;
  });

  constructor() {
    effect((onCleanup) => {
      const { id } = this.entry();
      const made = this.#previews.made(id);
      this.preview.set(made ?? null);
      const file = this.entry().file;
      if (made !== undefined || !this.#needsPreview() || !file) return;
      void this.#previews.make(id, file).then((url) => url && this.preview.set(url));
      onCleanup(() => this.#previews.cancel(id));
    });
  }
}
