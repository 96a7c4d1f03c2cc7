import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { Button } from '../../../shared/button/button';
import { Icon } from '../../../shared/icon/icon';
import { ACCEPT } from '../../../upload/choosing/admission';
import { LateIntake } from '../../../upload/choosing/late-intake';

/** Chooses files; they go where files go that are dropped on this page, which is into the film. */
@Component({
  selector: 'mf-add-pictures',
  imports: [Button, Icon],
  template: `
    <button mfButton="outlined" type="button" (click)="open()"><mf-icon name="upload" />Add pictures</button>
    <input #files type="file" multiple hidden aria-label="Pictures of this film" [accept]="accept" (change)="take(files)" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddPictures {
  readonly #intake = inject(LateIntake);
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
