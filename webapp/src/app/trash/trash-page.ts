import { ChangeDetectionStrategy, Component, inject, type OnInit } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Image } from '../core/api/api-types';
import { Dialogs } from '../core/dialogs/dialogs';
import { texts } from '../core/language/texts';
import { Notices } from '../core/notices/notices';
import { Button } from '../shared/button/button';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import { Picture } from '../shared/picture/picture';
import { TrashStore } from './trash-store';

@Component({
  selector: 'mf-trash-page',
  imports: [Button, EmptyPlace, Picture, RouterLink],
  templateUrl: './trash-page.html',
  styleUrl: './trash-page.scss',
  providers: [TrashStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class TrashPage implements OnInit {
  protected readonly t = texts;

  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);
  protected readonly store = inject(TrashStore);

  async ngOnInit(): Promise<void> {
    await this.store.loadMore();
  }

  protected async restore(image: Image): Promise<void> {
    if (await this.store.restore(image)) this.#notice(texts().trash.restored);
  }

  protected async removeForGood(image: Image): Promise<void> {
    const isConfirmed = await this.#dialogs.confirm(texts().trash.confirmDelete);
    if (isConfirmed) this.#say(await this.store.removeForGood([image]));
  }

  protected async empty(): Promise<void> {
    const isConfirmed = await this.#dialogs.confirm(texts().trash.confirmEmpty);
    if (isConfirmed) this.#say(await this.store.empty());
  }

  #say(removed: number): void {
    if (removed > 0) this.#notice(texts().trash.gone(removed));
  }

  #notice(text: string): void {
    this.#notices.show({ text });
  }
}
