import { COMMA, ENTER } from '@angular/cdk/keycodes';
import { ChangeDetectionStrategy, Component, type ElementRef, input, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import { catchError, debounceTime, from, of, Subject, switchMap } from 'rxjs';
import { texts } from '../../core/language/texts';
import { Icon } from '../../shared/icon/icon';

/** Of one kind, that a film may have. */
export const MOST_NAMES = 10;

const SUGGEST_AFTER_MS = 150;

/** Several names, each a chip. Those that the gallery knows are suggested; others can be written. */
@Component({
  selector: 'mf-names-field',
  imports: [Icon, MatAutocompleteModule, MatChipsModule, MatFormFieldModule, ReactiveFormsModule],
  templateUrl: './names-field.html',
  styles: `
    mat-form-field {
      width: 100%;
    }

    /* Beside the last name where there is room, else below. */
    mat-chip-grid {
      display: inline-block;
      max-width: 100%;
      vertical-align: middle;
    }

    input.mat-mdc-chip-input {
      width: 200px;
      max-width: 100%;
      margin: 4px 0;
    }

    mf-icon {
      width: 18px;
      height: 18px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NamesField {
  protected readonly t = texts;

  protected readonly mostNames = MOST_NAMES;
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly control = input.required<FormControl<string[]>>();
  readonly maxLength = input.required<number>();
  /** Known names that contain a text. */
  readonly suggest = input.required<(text: string) => Promise<string[]>>();

  /** What a name is called on the page. */
  readonly calledOf = input((name: string): string => name);
  /** The name of what is called so. */
  readonly nameOf = input((called: string): string => called);

  readonly #typed = new Subject<string>();
  protected readonly separators = [ENTER, COMMA];
  protected readonly suggestions = signal<string[]>([]);
  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly trigger = viewChild.required(MatAutocompleteTrigger);

  constructor() {
    this.#typed
      .pipe(
        debounceTime(SUGGEST_AFTER_MS),
        // Without suggestions names are written in full.
        switchMap((text) => from(this.suggest()(text)).pipe(catchError(() => of([])))),
        takeUntilDestroyed(),
      )
      .subscribe((names) => this.suggestions.set(names.filter((name) => !this.#has(name))));
  }

  protected look(): void {
    this.#typed.next(this.field().nativeElement.value.trim());
  }

  /** What was typed, by Enter, a comma, or leaving the field. */
  protected addTyped(): void {
    // Enter on a suggestion is about that one.
    if (this.trigger().panelOpen && this.trigger().activeOption) return;
    this.add(this.field().nativeElement.value);
  }

  protected add(text: string): void {
    const name = this.nameOf()(text.trim().slice(0, this.maxLength()));
    if (name !== '' && !this.#has(name)) this.#set([...this.control().value, name]);
    this.field().nativeElement.value = '';
    this.suggestions.set([]);
  }

  protected remove(name: string): void {
    this.#set(this.control().value.filter((other) => other !== name));
  }

  #set(names: string[]): void {
    this.control().setValue(names);
    this.control().markAsDirty();
  }

  #has(name: string): boolean {
    return this.control().value.some((other) => other.toLowerCase() === name.toLowerCase());
  }
}
