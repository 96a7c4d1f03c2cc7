import { Injectable, inject } from '@angular/core';
import type { Movie } from '../../core/api/api-types';
import { ListsApi } from '../../core/api/lists-api';
import { Dialogs } from '../../core/dialogs/dialogs';
import { sentenceOf } from '../../core/errors/api-error';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { CatalogueStore } from '../catalogue/catalogue-store';
import type { PickedFilm } from './list-picker';

const UNDO_MS = 10_000;

/** What a member does with a film and their lists. Shows what came of it; never rejects. */
@Injectable({ providedIn: 'root' })
export class ListDeeds {
  readonly #api = inject(ListsApi);
  readonly #catalogue = inject(CatalogueStore);
  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);

  /** Lets the member put a film into lists, and begin new ones. Resolves when they are done. */
  async chooseLists({ id, title }: Pick<Movie, 'id' | 'title'>): Promise<void> {
    const data: PickedFilm = { id, title };
    const { ListPicker } = await import('./list-picker');
    await this.#dialogs.open(ListPicker, { data, width: '400px' });
  }

  /** Resolves to whether the film was taken out. */
  async take(film: Movie, listId: string): Promise<boolean> {
    try {
      await this.#api.take(listId, film.id);
    } catch (error) {
      this.#notices.show({ text: sentenceOf(error) });
      return false;
    }
    this.#catalogue.remove(film.id);
    const undo = { label: texts().shared.undo, run: () => void this.#putBack(film, listId) };
    this.#notices.show({ text: texts().lists.filmTaken(film.title), durationMs: UNDO_MS, action: undo });
    return true;
  }

  async #putBack(film: Movie, listId: string): Promise<void> {
    try {
      await this.#api.add(listId, film.id);
      await this.#catalogue.reload();
    } catch (error) {
      this.#notices.show({ text: sentenceOf(error) });
    }
  }
}
