import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import type { MovieList } from '../../core/api/api-types';
import { Button } from '../../shared/button/button';
import { createSubmission } from '../../shared/submission';
import { ListsStore } from './lists-store';

/** Begins a list. */
@Component({
  selector: 'mf-new-list-form',
  imports: [Button],
  template: `
    <form (submit)="make($event)">
      <input type="text" name="name" maxlength="100" autocomplete="off" placeholder="A new list" aria-label="Name of the new list"
        [value]="name()" (input)="name.set(field.value)" #field />
      <button mfButton="outlined" type="submit">Begin</button>
    </form>
    <div role="alert">{{ submission.error() }}</div>
  `,
  styleUrl: './new-list-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewListForm {
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
