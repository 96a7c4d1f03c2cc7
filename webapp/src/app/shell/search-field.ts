import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { Icon } from '../shared/icon/icon';

/** Searches the gallery: the words go into its address, so a search can be shared and Back leaves it. */
@Component({
  selector: 'mf-search-field',
  imports: [Icon],
  template: `
    <form role="search" (submit)="search($event, field.value)">
      <mf-icon name="search" />
      <input #field type="search" name="q" maxlength="100" autocomplete="off" enterkeyhint="search"
        placeholder="Search the gallery" aria-label="Search the gallery"
        [value]="words()" (search)="search($event, field.value)" />
    </form>
  `,
  styles: `
    form {
      display: flex;
      gap: 8px;
      align-items: center;
      height: 40px;
      padding: 0 12px;
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
  readonly #router = inject(Router);
  readonly #events = toSignal(this.#router.events);

  protected readonly words = computed(() => {
    this.#events();
    return this.#router.routerState.root.snapshot.queryParamMap.get('q') ?? '';
  });

  protected search(event: Event, words: string): void {
    event.preventDefault();
    const q = words.trim();
    if (q === this.words()) return;
    this.#router.navigate(['/gallery'], {
      queryParams: { q: q === '' ? null : q },
      queryParamsHandling: 'merge',
    });
  }
}
