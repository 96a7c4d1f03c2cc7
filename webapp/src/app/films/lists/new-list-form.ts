import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import type { MovieList } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { FirstInvalid } from '../../shared/first-invalid/first-invalid';
import { createSubmission } from '../../shared/submission';
import { ListsStore } from './lists-store';

/** Begins a list. */
@Component({
  selector: 'mf-new-list-form',
  imports: [Button, FirstInvalid],
  template: `
    <form mfFirstInvalid (submit)="make($event)">
      <input type="text" name="name" maxlength="100" autocomplete="off" required pattern=".*\\S.*" [placeholder]="t().lists.new" [attr.aria-label]="t().lists.newName"
        [value]="name()" (input)="name.set(field.value)" #field />
      <button mfButton="outlined" type="submit">{{ t().lists.begin }}</button>
    </form>
    <div role="alert">{{ submission.error() }}</div>
  `,
  styleUrl: './new-list-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewListForm {
  protected readonly t = texts;

  readonly #lists = inject(ListsStore);
  readonly made = output<MovieList>();
  protected readonly name = signal('');
  protected readonly submission = createSubmission();

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') return;
    await this.submission.run(async () => {
      const list = await this.#lists.create(name);
      this.name.set('');
      this.made.emit(list);
    });
  }
}
