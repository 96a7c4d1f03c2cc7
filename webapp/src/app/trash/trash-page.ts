import { ChangeDetectionStrategy, Component, inject, type OnInit } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Image } from '../core/api/api-types';
import { Dialogs } from '../core/dialogs/dialogs';
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
  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);
  protected readonly store = inject(TrashStore);

  async ngOnInit(): Promise<void> {
    await this.store.loadMore();
  }

  protected async restore(image: Image): Promise<void> {
    if (await this.store.restore(image)) this.#notice('1 image is back in the gallery.');
  }

  protected async removeForGood(image: Image): Promise<void> {
    const isConfirmed = await this.#dialogs.confirm({
      heading: 'Delete this image for good?',
      text: 'The original and everything made from it go. Nobody can bring it back.',
      deed: 'Delete for good',
    });
    if (isConfirmed) this.#say(await this.store.removeForGood([image]));
  }

  protected async empty(): Promise<void> {
    const isConfirmed = await this.#dialogs.confirm({
      heading: 'Empty the trash?',
      text: 'Every image in it goes for good, with its original. Nobody can bring them back.',
      deed: 'Delete all for good',
    });
    if (isConfirmed) this.#say(await this.store.empty());
  }

  #say(removed: number): void {
    if (removed > 0) this.#notice(removed === 1 ? '1 image is gone.' : `${removed} images are gone.`);
  }

  #notice(text: string): void {
    this.#notices.show({ text, durationMs: 5_000 });
  }
}
