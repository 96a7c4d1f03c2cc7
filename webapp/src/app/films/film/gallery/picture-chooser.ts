import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { texts } from '../../../core/language/texts';
import { ACCEPT } from '../../../upload/choosing/admission';
import { LateIntake } from '../../../upload/choosing/late-intake';

/**
 * Has files chosen; they go where files go that are dropped on the page. It stays while the buttons that open it come
 * and go, or what is chosen meanwhile would be lost.
 */
@Component({
  selector: 'mf-picture-chooser',
  template: `
    <input #files type="file" multiple hidden [attr.aria-label]="t().film.gallery.pictures" [accept]="accept" (change)="take(files)" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureChooser {
  protected readonly t = texts;

  readonly #intake = inject(LateIntake);
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
