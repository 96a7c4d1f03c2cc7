import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { texts } from '../../../core/language/texts';
import { Button } from '../../../shared/button/button';
import { Icon } from '../../../shared/icon/icon';
import { ACCEPT } from '../../../upload/choosing/admission';
import { UploadIntake } from '../../../upload/choosing/upload-intake';

/** Chooses files; they go where files go that are dropped on this page, which is into the film. */
@Component({
  selector: 'mf-add-pictures',
  imports: [Button, Icon],
  template: `
    <button mfButton="outlined" type="button" (click)="open()"><mf-icon name="upload" />{{ t().film.gallery.addPictures }}</button>
    <input #files type="file" multiple hidden [attr.aria-label]="t().film.gallery.pictures" [accept]="accept" (change)="take(files)" />
  `,
  styles: `
    mf-icon {
      width: 18px;
      height: 18px;
      margin-right: 8px;
      vertical-align: middle;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddPictures {
  protected readonly t = texts;

  readonly #intake = inject(UploadIntake);
  protected readonly input = viewChild.required<ElementRef<HTMLInputElement>>('files');
  protected readonly accept = ACCEPT;

  protected open(): void {
    this.input().nativeElement.click();
  }

  protected take(input: HTMLInputElement): void {
    this.#intake.take([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
  }
}
