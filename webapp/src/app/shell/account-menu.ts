import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  outputBinding,
  ViewContainerRef,
  viewChild,
} from '@angular/core';
import { withAllTexts } from '../core/language/speak-language';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';

/**
 * The browser's own popover: it opens, closes beside it and with Escape, and gives the focus back. What is in it is
 * fetched when somebody is about to open it.
 */
@Component({
  selector: 'mf-account-menu',
  imports: [Button, Icon],
  template: `
    <button #trigger type="button" mfButton="icon" popovertarget="account-menu" [attr.aria-label]="t().shell.accountAndSettings"
      (pointerenter)="fill()" (focus)="fill()">
      @if (initial()) {
        <span class="initial" aria-hidden="true">{{ initial() }}</span>
      } @else {
        <mf-icon name="account" />
      }
    </button>
    <section #menu id="account-menu" popover [attr.aria-label]="t().shell.accountAndSettings" (beforetoggle)="fill()"
      (focusout)="closeBehind($event)"><ng-container #content /></section>
  `,
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly t = texts;

  protected readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  protected readonly content = viewChild.required('content', { read: ViewContainerRef });
  readonly #session = inject(SessionStore);
  protected readonly initial = computed(
    () => this.#session.user()?.displayName.trim().charAt(0).toUpperCase() ?? '',
  );

  protected async fill(): Promise<void> {
    // Where it does not come, the next try asks once more.
    const code = await withAllTexts(() => import('./account-panel')).catch(() => null);
    if (code === null || this.content().length > 0) return;
    const bindings = [outputBinding('done', () => this.#close())];
    this.content().createComponent(code.AccountPanel, { bindings });
  }

  /** Where the focus goes on to the page, the menu must not lie over it. */
  protected closeBehind({ relatedTarget }: FocusEvent): void {
    const stays = [this.menu(), this.trigger()].map(({ nativeElement }) => nativeElement);
    if (relatedTarget instanceof Node && !stays.some((place) => place.contains(relatedTarget))) this.#close();
  }

  #close(): void {
    this.menu().nativeElement.hidePopover();
  }
}
