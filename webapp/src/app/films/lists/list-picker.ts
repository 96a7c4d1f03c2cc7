import { ChangeDetectionStrategy, Component, inject, type OnInit, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { MovieList } from '../../core/api/api-types';
import { ListsApi } from '../../core/api/lists-api';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { createSubmission } from '../../shared/submission';
import { NewListForm } from './new-list-form';

export interface PickedFilm {
  id: string;
  title: string;
}

/** Shows the member's lists and which of them have a film; a press puts it in or takes it out at once. */
@Component({
  selector: 'mf-list-picker',
  imports: [Button, MatDialogModule, NewListForm],
  templateUrl: './list-picker.html',
  styleUrl: './list-picker.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListPicker implements OnInit {
  protected readonly t = texts;

  readonly #api = inject(ListsApi);
  protected readonly film = inject<PickedFilm>(MAT_DIALOG_DATA);
  protected readonly lists = signal<readonly MovieList[] | null>(null);
  protected readonly submission = createSubmission();

  async ngOnInit(): Promise<void> {
    await this.submission.run(() => this.#load());
  }

  protected async toggle(list: MovieList, box: HTMLInputElement): Promise<void> {
    const isDone = await this.submission.run(async () => {
      if (box.checked) await this.#api.add(list.id, this.film.id);
      else await this.#api.take(list.id, this.film.id);
      await this.#load();
    });
    if (!isDone) box.checked = list.includesMovie ?? false;
  }

  protected async putInto(list: MovieList): Promise<void> {
    await this.submission.run(async () => {
      await this.#api.add(list.id, this.film.id);
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    this.lists.set(await this.#api.list(this.film.id));
  }
}
