import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LANGUAGES } from '../../core/language/languages';
import { locale } from '../../core/language/texts';

/** The language of what an administrator wrote; of what is yet to be written, the one that the app speaks. */
export function languageOfText(text: string, language: string): string {
  return text === '' ? locale() : language;
}

/** The language that a text is written in: one that the app speaks, or the one that it has already. */
@Component({
  selector: 'mf-text-language',
  imports: [MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <select matNativeControl [formControl]="control()">
        @for (item of languages(); track item.tag) {
          <option [value]="item.tag">{{ item.name }}</option>
        }
      </select>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
      --mat-form-field-select-option-text-color: var(--mat-sys-on-surface);
    }

    /* Without a colour of its own the list is white, in the dark too. */
    option {
      background: var(--mat-sys-surface-container);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextLanguage {
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string>>();

  /** Apart from the names, so that what was chosen meanwhile takes none away when the page's language changes. */
  readonly #tags = computed(() => [...new Set([...Object.keys(LANGUAGES), this.control().value])]);
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames(locale(), { type: 'language' });
    return this.#tags().map((tag) => ({ tag, name: names.of(tag) }));
  });
}
