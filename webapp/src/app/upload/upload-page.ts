import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { MAX_ORIGINAL_BYTES } from '@movieflix/contracts';
import { texts } from '../core/language/texts';
import { Button } from '../shared/button/button';
import { formatBytes } from '../shared/format-bytes';
import { ACCEPT } from './choosing/admission';
import { UploadIntake } from './choosing/upload-intake';
import { PhotographStack } from './photograph-stack';
import { UploadQueue } from './queue/upload-queue';

/** Where photographs are chosen. What becomes of them is shown in the tray, on every page. */
@Component({
  selector: 'mf-upload-page',
  imports: [Button, PhotographStack],
  templateUrl: './upload-page.html',
  styleUrl: './upload-page.scss',
  host: { '[class.beside-tray]': 'hasFiles()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class UploadPage {
  protected readonly t = texts;

  readonly #intake = inject(UploadIntake);
  protected readonly filesInput = viewChild.required<ElementRef<HTMLInputElement>>('files');
  protected readonly folderInput = viewChild.required<ElementRef<HTMLInputElement>>('folder');

  readonly #queue = inject(UploadQueue);

  protected readonly hasFiles = computed(() => this.#queue.tally().files > 0);
  protected readonly accept = ACCEPT;
  protected readonly largest = computed(() => formatBytes(MAX_ORIGINAL_BYTES));

  protected openFiles(): void {
    this.filesInput().nativeElement.click();
  }

  protected openFolder(): void {
    this.folderInput().nativeElement.click();
  }

  protected takeChosen(input: HTMLInputElement): void {
    this.#intake.take([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
  }
}
