import { Directive, ElementRef, inject, input } from '@angular/core';

/**
 * A button, or a link that looks like one; its looks are in theme/_buttons.scss. While disabled it keeps the focus,
 * says so to a screen reader, and does nothing.
 */
@Directive({
  selector: 'button[mfButton], a[mfButton]',
  host: { class: 'mf-button', '[class]': 'mfButton()', '[attr.aria-disabled]': 'isDisabled() || null' },
})
export class Button {
  readonly mfButton = input<'' | 'filled' | 'outlined' | 'icon'>('');
  readonly isDisabled = input(false);

  constructor() {
    // On the way down, before anything else hears of it.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    host.addEventListener('click', (event) => this.#stopWhileDisabled(event), { capture: true });
  }

  #stopWhileDisabled(event: Event): void {
    if (!this.isDisabled()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
