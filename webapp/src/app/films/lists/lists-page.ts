import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  type OnInit,
  viewChild,
} from '@angular/core';
import type { MovieList } from '../../core/api/api-types';
import { Dialogs } from '../../core/dialogs/dialogs';
import { sentenceOf } from '../../core/errors/api-error';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { Button } from '../../shared/button/button';
import { EmptyPlace } from '../../shared/empty-place/empty-place';
import { FilmPlaces } from '../places/film-places';
import { ListCard } from './list-card';
import { ListsStore } from './lists-store';
import { NewListForm } from './new-list-form';

/** The member's lists. One list is the catalogue, narrowed to its films. */
@Component({
  selector: 'mf-lists-page',
  imports: [Button, EmptyPlace, FilmPlaces, ListCard, NewListForm],
  templateUrl: './lists-page.html',
  styleUrl: './lists-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class ListsPage implements OnInit {
  protected readonly t = texts;

  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);
  protected readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly store = inject(ListsStore);

  async ngOnInit(): Promise<void> {
    await this.store.load();
  }

  protected async rename(list: MovieList): Promise<void> {
    const { NameDialog } = await import('./name-dialog');
    await this.#dialogs.open(NameDialog, { data: list, width: '400px' });
  }

  protected async remove(list: MovieList): Promise<void> {
    const { heading, text, deed } = texts().lists.confirmRemove;
    if (!(await this.#dialogs.confirm({ heading: heading(list.name), text, deed }))) return;
    try {
      await this.store.remove(list.id);
      this.#notices.show({ text: texts().lists.removed(list.name) });
      // The button that had the focus went with the list.
      this.heading().nativeElement.focus();
    } catch (error) {
      this.#notices.show({ text: sentenceOf(error) });
    }
  }
}
