import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { texts } from '../../core/language/texts';
import { Icon } from '../../shared/icon/icon';
import { droppedFiles } from './dropped-files';
import { LateIntake } from './late-intake';
import { UploadDestination } from './upload-destination';

/** The whole window takes files, dropped or pasted, whatever page is open. */
@Component({
  selector: 'mf-drop-anywhere',
  imports: [Icon],
  template: `
    @if (isDragging()) {
      <div class="veil" aria-hidden="true">
        <p><mf-icon name="upload" />{{ words() }}</p>
      </div>
    }
  `,
  styleUrl: './drop-anywhere.scss',
  host: {
    '(window:dragenter)': 'hover($event)',
    '(window:dragover)': 'hover($event)',
    '(window:dragleave)': 'leave($event)',
    '(window:drop)': 'drop($event)',
    '(document:paste)': 'paste($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DropAnywhere {
  readonly #intake = inject(LateIntake);
  readonly #film = inject(UploadDestination).film;
  protected readonly isDragging = signal(false);
  protected readonly words = computed(() => {
    const { toUpload, intoFilm } = texts().shell.drop;
    const film = this.#film();
    return film ? intoFilm(film.title) : toUpload;
  });

  protected hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Else the browser would leave the page and open the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.isDragging.set(true);
  }

  /** Only where the pointer leaves the window: between elements it enters another one. */
  protected leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.isDragging.set(false);
  }

  protected async drop(event: DragEvent): Promise<void> {
    this.isDragging.set(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#intake.take(await droppedFiles(event.dataTransfer));
  }

  protected paste({ clipboardData, target }: ClipboardEvent): void {
    const isTyping = target instanceof Element && target.closest('input, textarea, [contenteditable]');
    if (!isTyping && clipboardData) this.#intake.take(clipboardData.files);
  }
}
