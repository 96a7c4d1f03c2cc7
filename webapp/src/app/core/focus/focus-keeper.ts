import { InputModalityDetector, InteractivityChecker } from '@angular/cdk/a11y';
import { DOCUMENT, Injectable, inject } from '@angular/core';
import { type FocusGap, gapAfter } from './focus-gap';

const STOPS = ':is(a[href], button, input, select, textarea, [tabindex]):not([aria-hidden])';
/** On a phone these open the keyboard; a list would take the next key for a choice. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select';
/** What a search for the next stop does not lead out of. */
const SCOPES = '[role="dialog"], mf-upload-tray, main';

/**
 * Focus dies with its element, and then a screen reader begins again at the top. Where a deed takes its own button away,
 * the focus goes on to what comes next in its place; with a whole page, to the next page. A deed that knows better gives
 * the focus itself.
 */
@Injectable({ providedIn: 'root' })
export class FocusKeeper {
  readonly #document = inject(DOCUMENT);
  readonly #checker = inject(InteractivityChecker);
  readonly #modality = inject(InputModalityDetector);
  #held: HTMLElement | null = null;
  #gap: FocusGap | null = null;
  #hasBegun = false;

  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#hold(this.#document.activeElement);
    this.#document.addEventListener('focusin', ({ target }) => this.#hold(target));
    this.#document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null) queueMicrotask(() => this.#letGo());
    });
    const changes = new MutationObserver((records) => this.#look(records));
    changes.observe(this.#document.body, { childList: true, subtree: true });
  }

  #hold(target: EventTarget | null): void {
    this.#gap = null;
    this.#held = target instanceof HTMLElement && target !== this.#document.body ? target : null;
  }

  /** The visitor left it for nothing, which is no loss. */
  #letGo(): void {
    if (this.#held?.isConnected && this.#isNowhere()) this.#hold(null);
  }

  #look(records: readonly MutationRecord[]): void {
    if (this.#held === null || this.#held.isConnected) return;
    const isNew = this.#gap === null;
    this.#gap = gapAfter(records, this.#held, this.#gap);
    // Later, so that what comes in its place is there, and who knows better has gone first.
    if (isNew && this.#gap !== null) setTimeout(() => this.#goOn());
  }

  #goOn(): void {
    const gap = this.#gap;
    if (gap === null || !this.#isNowhere()) return;
    const next = this.#nextTo(gap);
    // Who uses the mouse does not want the page to move.
    (next ?? this.#main())?.focus({ preventScroll: true });
    if (next?.matches(':focus-visible')) next.scrollIntoView({ block: 'nearest' });
  }

  /** What follows the gap, or else what comes before it; nothing where a whole page went. */
  #nextTo({ place, before }: FocusGap): HTMLElement | undefined {
    const scope = (place instanceof Element ? place : place.parentElement)?.closest<HTMLElement>(SCOPES);
    if (!scope || place === this.#main()) return undefined;
    const from = before ?? place;
    const follows = (stop: Node) =>
      (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !before?.contains(stop);
    const stops = [...scope.querySelectorAll<HTMLElement>(STOPS)];
    return (
      stops.find((stop) => follows(stop) && this.#takesFocus(stop)) ??
      stops.findLast((stop) => !follows(stop) && this.#takesFocus(stop)) ??
      (scope.hasAttribute('tabindex') ? scope : undefined)
    );
  }

  #main(): HTMLElement | null {
    return this.#document.querySelector<HTMLElement>('main');
  }

  #takesFocus(stop: HTMLElement): boolean {
    const isAsked = this.#modality.mostRecentModality === 'keyboard' || !stop.matches(FIELDS);
    return isAsked && this.#checker.isTabbable(stop) && this.#checker.isFocusable(stop);
  }

  #isNowhere(): boolean {
    const { activeElement, body } = this.#document;
    return activeElement === null || activeElement === body;
  }
}
