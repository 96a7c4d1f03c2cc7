import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { texts } from '../../core/language/texts';
import { FilterChoices } from './filter-choices';

/** A field that completes directors' names; one of them, or an empty field, is a choice. */
@Component({
  selector: 'mf-director-field',
  template: `
    <input type="search" list="directors" name="director" autocomplete="off" maxlength="100" [placeholder]="t().films.filters.anyDirector"
      [attr.aria-label]="t().films.filters.director" [attr.aria-describedby]="isUnknown() ? 'unknown-director' : null"
      [value]="name()" (input)="suggest(field.value)" (change)="choose(field)" #field />
    <datalist id="directors">
      @for (director of choices.directors(); track director.id) {
        <option [value]="director.name"></option>
      }
    </datalist>
    <span id="unknown-director" role="status">{{ isUnknown() ? t().films.filters.unknownDirector : '' }}</span>
  `,
  styleUrl: './film-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectorField {
  protected readonly t = texts;

  protected readonly choices = inject(FilterChoices);

  /** The director that is chosen, by id, or empty. */
  readonly directorId = input.required<string>();
  /** Where the choices do not have the director, who may be known from the films. */
  readonly fallbackName = input.required<string>();
  readonly chosen = output<string>();

  protected readonly isUnknown = signal(false);
  protected readonly name = computed(() => {
    const id = this.directorId();
    if (id === '') return '';
    return this.choices.directors().find((director) => director.id === id)?.name ?? this.fallbackName();
  });

  /** A name that was picked from the list is chosen at once; others are looked for. */
  protected suggest(text: string): void {
    this.isUnknown.set(false);
    const id = this.#idOf(text);
    if (id !== undefined) this.chosen.emit(id);
    else void this.choices.findDirectors(text.trim());
  }

  /** Takes the name that was typed, or the only one that it can mean. */
  protected async choose(field: HTMLInputElement): Promise<void> {
    const text = field.value;
    if (text.trim() === this.name()) return;
    if (text.trim() === '') return this.chosen.emit('');
    await this.choices.findDirectors(text.trim());
    if (field.value !== text) return;
    const [only, ...more] = this.choices.directors();
    const id = this.#idOf(text) ?? (more.length === 0 ? only?.id : undefined);
    this.isUnknown.set(id === undefined);
    if (id !== undefined) this.chosen.emit(id);
  }

  #idOf(text: string): string | undefined {
    const name = text.trim().toLowerCase();
    return this.choices.directors().find((director) => director.name.toLowerCase() === name)?.id;
  }
}
