import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import { parseShow } from './images/gallery-query';
import { GalleryStore } from './images/gallery-store';
import { ImageDeeds } from './images/image-deeds';
import { Selection } from './images/selection';
import { JustifiedGrid } from './justified-grid';
import { SelectionBar } from './selection-bar';
import { ShowFilter } from './show-filter';

@Component({
  selector: 'mf-gallery-page',
  imports: [Button, EmptyPlace, JustifiedGrid, RouterLink, RouterOutlet, SelectionBar, ShowFilter],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.scss',
  providers: [Selection],
  host: { '(document:keydown.escape)': 'selection.clear()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class GalleryPage {
  protected readonly t = texts;

  /** Words to search for, from the address. */
  readonly q = input<string>();
  /** Whose images to show, from the address. */
  readonly show = input<string>();

  protected readonly store = inject(GalleryStore);
  protected readonly deeds = inject(ImageDeeds);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(SessionStore);
  protected readonly grid = viewChild(JustifiedGrid);
  protected readonly query = computed(() => ({ q: this.q() ?? '', show: parseShow(this.show()) }));
  protected readonly memberId = computed(() => this.session.user()?.id ?? null);

  constructor() {
    effect(() => {
      const query = this.query();
      this.session.token();
      untracked(() => this.store.open(query));
    });
  }

  /** The focus goes to where the visitor left off, which may be far from where the viewer was opened. */
  protected focusLastViewed(viewer: { imageId: () => string }): void {
    this.grid()?.focusImage(viewer.imageId());
  }

  protected async trashPicked(): Promise<void> {
    await this.deeds.trash(this.selection.images());
    if (this.selection.ids().size === 0) this.selection.clear();
  }

  protected async setPickedVisibility(visibility: 'private' | 'public'): Promise<void> {
    await this.deeds.setVisibility(this.selection.images(), visibility);
    this.selection.clear();
  }
}
