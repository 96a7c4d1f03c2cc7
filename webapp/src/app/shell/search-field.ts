import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { texts } from '../core/language/texts';
import { Icon } from '../shared/icon/icon';

/** Where words are searched for: films from the film pages, images from everywhere else. */
const FILMS = { path: '/films', label: 'searchFilms' } as const;
const GALLERY = { path: '/gallery', label: 'searchGallery' } as const;
const FILM_PAGES = /^\/(films|lists)\b/;

/** Searches what the page shows: the words go into the address, so a search can be shared and Back leaves it. */
@Component({
  selector: 'mf-search-field',
  imports: [Icon],
  template: `
    <form role="search" (submit)="search($event, field.value)">
      <mf-icon name="search" />
      <input #field type="search" name="q" maxlength="100" autocomplete="off" enterkeyhint="search"
        [placeholder]="t().shell[place().label]" [attr.aria-label]="t().shell[place().label]"
        [value]="words()" (search)="search($event, field.value)" />
    </form>
  `,
  styles: `
    form {
      display: flex;
      gap: 8px;
      align-items: center;
      height: 40px;
      padding-left: 12px;
      border-radius: 20px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface-variant);
    }

    form:focus-within {
      outline: 2px solid var(--mat-sys-tertiary);
    }

    mf-icon {
      width: 18px;
      height: 18px;
    }

    input {
      flex: 1;
      min-width: 0;
      border: 0;
      outline: 0;
      background: none;
      color: var(--mat-sys-on-surface);
      font: var(--mf-type-label);
      font-weight: 400;
    }

    input::placeholder {
      color: var(--mat-sys-on-surface-variant);
      opacity: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  protected readonly t = texts;

  readonly #router = inject(Router);
  readonly #events = toSignal(this.#router.events);

  readonly #url = computed(() => {
    this.#events();
    return this.#router.url;
  });
  protected readonly place = computed(() => (FILM_PAGES.test(this.#url()) ? FILMS : GALLERY));
  protected readonly words = computed(() => this.#router.parseUrl(this.#url()).queryParamMap.get('q') ?? '');

  /** Within what the page is narrowed to; from another page within everything. */
  protected search(event: Event, words: string): void {
    event.preventDefault();
    const q = words.trim();
    if (q === this.words()) return;
    const { path } = this.place();
    const isThere = this.#url().split(/[?/]/)[1] === path.slice(1);
    this.#router.navigate([path], {
      queryParams: { q: q === '' ? null : q },
      queryParamsHandling: isThere ? 'merge' : 'replace',
    });
  }
}
