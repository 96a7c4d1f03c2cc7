import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { ACCEPT } from '../../../upload/choosing/admission';
import { UploadIntake } from '../../../upload/choosing/upload-intake';

/**
 * Has files chosen; they go where files go that are dropped on the page. It stays while the buttons that open it come
 * and go, or what is chosen meanwhile would be lost.
 */
@Component({
  selector: 'mf-picture-chooser',
  template: `
    <input #files type="file" multiple hidden aria-label="Pictures of this film" [accept]="accept" (change)="take(files)" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureChooser {
  readonly #intake = inject(UploadIntake);
  protected readonly input = viewChild.required<ElementRef<HTMLInputElement>>('files');
  protected readonly accept = ACCEPT;

  open(): void {
    this.input().nativeElement.click();
  }

  protected take(input: HTMLInputElement): void {
    this.#intake.take([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
  }
}
