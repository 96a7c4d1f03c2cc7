import { effect, Injectable, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import type { Texts } from '../../../texts/en';
import { texts } from './texts';

/** What a route may have as its `title`. */
export type PageTitle = keyof Texts['titles'];

/** Names the page in the language that is spoken, and again when that changes. */
@Injectable()
export class PageTitleStrategy extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #page = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const page = this.#page();
      if (page !== undefined) this.#title.setTitle(`${texts().titles[page as PageTitle]} · movieFlix`);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.#page.set(this.buildTitle(state));
  }
}
