import { afterNextRender, Directive, ElementRef, Injector, inject } from '@angular/core';

/** What writes a value that its form does not take. */
const INVALID = 'mat-form-field.ng-invalid :is(input, textarea), input:not(mat-form-field input):invalid';

/** A form that is sent with something wrong in it leads to the first field where that is. */
@Directive({
  selector: 'form[mfFirstInvalid]',
  host: { novalidate: '', '(submit)': 'goToFirstInvalid()' },
})
export class FirstInvalid {
  readonly #form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);

  /** Once the field has its error, so that a screen reader reads both. The browser scrolls to it. */
  protected goToFirstInvalid(): void {
    const focus = () => this.#form.querySelector<HTMLElement>(INVALID)?.focus();
    afterNextRender(focus, { injector: this.#injector });
  }
}
