import { computed, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Subject } from 'rxjs';
import type { Image } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import type { ImageChange } from '../../core/events/image-change';
import { ImageEvents } from '../../core/events/image-events';
import { SessionStore } from '../../core/session/session-store';
import { belongs, type GalleryQuery, toImageQuery } from './gallery-query';
import {
  extendBackward,
  extendOnward,
  type HeldPage,
  type ImageWindow,
  imagesOf,
  mergeChange,
  pageBackward,
  pageOnward,
  type Stretch,
  trimEnd,
  trimStart,
  withoutImage,
} from './image-window';
import { OneLoad } from './one-load';
import { Renewals } from './renewals';
import { takenAtMs } from './taken-order';

/**
 * A list of images, newest first by when they were taken, of which a window of pages around what is looked at is held.
 * It is extended at either end, can be moved to any moment, and is kept fresh by the API's events. The gallery shows the
 * app's one; a page with a list of its own provides another, and all that lies on the page, the viewer too, then works
 * with that.
 */
@Injectable({ providedIn: 'root' })
export class GalleryStore {
  readonly #api = inject(ImagesApi);
  readonly #session = inject(SessionStore);
  readonly #query = signal<GalleryQuery>({ q: '', show: 'all' });
  readonly #window = signal<ImageWindow>([]);
  readonly #load = new OneLoad();
  readonly #removals = new Subject<string>();
  /** Whose list of which query is held. */
  #listed = '';
  /** Changes that came while a page was on its way, which may be older than they are. */
  #changesWhileLoading: ImageChange[] = [];
  readonly #renewals = new Renewals();

  readonly window = this.#window.asReadonly();
  readonly images = computed(() => imagesOf(this.#window()));
  readonly isLoading = this.#load.isUnderWay;
  /** Why the last page did not come: a sentence, or empty. */
  readonly error = this.#load.error;
  /** Whether there is more behind what is held. */
  readonly hasMore = computed(() => (this.#window().at(-1)?.after ?? null) !== null);
  /** Whether there is more before what is held. */
  readonly hasEarlier = computed(() => (this.#window()[0]?.before ?? null) !== null);
  readonly isEmpty = computed(
    () => this.#window().length > 0 && this.images().length === 0 && !this.hasMore(),
  );

  /** Ids of images that left the list, and not only what is held of it. */
  readonly removals = this.#removals.asObservable();

  constructor() {
    const events = inject(ImageEvents);
    events.changes.pipe(takeUntilDestroyed()).subscribe((change) => this.apply(change));
    events.reconnections.pipe(takeUntilDestroyed()).subscribe(() => this.refresh());
  }

  /**
   * Shows the list of a query: at once what is held of it, and then what has changed since.
   *
   * @param isReturn whether the visitor comes back to where they were, which is not always where the list begins
   */
  async open(query: GalleryQuery, isReturn = false): Promise<void> {
    const listed = JSON.stringify([query, this.#session.token()]);
    if (listed !== this.#listed || (this.hasEarlier() && !isReturn)) this.#window.set([]);
    this.#listed = listed;
    this.#query.set(query);
    await this.refresh();
  }

  /** Asks again for as many pages as are held, from the same place on. */
  async refresh(): Promise<void> {
    const first = this.hasEarlier() ? this.images()[0] : undefined;
    await this.#begin(first && takenAtMs(first), Math.max(1, this.#window().length));
  }

  /** Moves to a moment (milliseconds since 1970): the images that were taken by then follow. */
  async jumpTo(ms: number): Promise<void> {
    await this.#begin(ms, 1);
  }

  async jumpToStart(): Promise<void> {
    await this.#begin(undefined, 1);
  }

  async jumpToEnd(): Promise<void> {
    await this.#show(
      async () => [await this.#fetch({ sort: 'taken-oldest' })],
      (_held, window) => window,
    );
  }

  /** @param needed images that must stay; by default all */
  async loadMore(needed: Stretch = this.#all()): Promise<void> {
    const cursor = this.#window().at(-1)?.after;
    if (cursor == null || this.isLoading()) return;
    await this.#show(
      () => this.fetchAfter(cursor),
      (held, page) => trimStart(extendOnward(held, page), needed),
    );
  }

  /** @param needed images that must stay; by default all */
  async loadEarlier(needed: Stretch = this.#all()): Promise<void> {
    const cursor = this.#window()[0]?.before;
    if (cursor == null || this.isLoading()) return;
    await this.#show(
      () => this.fetchBefore(cursor),
      (held, page) => trimEnd(extendBackward(held, page), needed, page.images.length),
    );
  }

  async tryAgain(): Promise<void> {
    await this.#load.tryAgain();
  }

  /** The page behind a cursor, which the store itself does not keep. */
  fetchAfter(cursor: string): Promise<HeldPage> {
    return this.#fetch({ sort: 'taken-newest', cursor });
  }

  /** The page before a cursor, which the store itself does not keep. */
  fetchBefore(cursor: string): Promise<HeldPage> {
    return this.#fetch({ sort: 'taken-oldest', cursor });
  }

  apply(change: ImageChange): void {
    if (this.isLoading()) this.#changesWhileLoading.push(change);
    const query = this.#query();
    const isListed = 'image' in change && this.images().some(({ id }) => id === change.image.id);
    const belongsHere = (image: Image) => belongs(image, query, isListed);
    this.#window.update((window) => mergeChange(window, change, belongsHere));
    if (change.type === 'image.removed') this.#removals.next(change.imageId);
    else if (!belongs(change.image, query, true)) this.#removals.next(change.image.id);
  }

  /** Shows what the API answered to a change made in this page. */
  replace(image: Image): void {
    this.apply({ type: 'image.changed', image });
  }

  remove(imageId: string): void {
    this.#window.update((window) => withoutImage(window, imageId));
    this.#removals.next(imageId);
  }

  /** Asks for an image again whose pictures did not load, because its signed addresses may have run out. */
  async renew(imageId: string): Promise<void> {
    if (!this.#renewals.begin(imageId)) return;
    // Where this fails too, the placeholder stays and scrolling back to it tries again.
    await this.#api.get(imageId).then(
      (image) => this.replace(image),
      () => undefined,
    );
  }

  /** Replaces what is held by a number of pages from a moment on, or from the beginning. */
  async #begin(ms: number | undefined, pageCount: number): Promise<void> {
    await this.#show(
      () => this.#fetchWindow(ms, pageCount),
      (_held, window) => window,
    );
  }

  async #fetchWindow(ms: number | undefined, pageCount: number): Promise<ImageWindow> {
    const from = ms === undefined ? {} : { from: new Date(ms).toISOString() };
    let page = await this.#fetch({ sort: 'taken-newest', ...from });
    // Nothing is so old (any more).
    if (ms !== undefined && page.images.length === 0) page = await this.#fetch({ sort: 'taken-oldest' });
    let window: ImageWindow = [page];
    for (let cursor = page.after; cursor !== null && window.length < pageCount; ) {
      window = extendOnward(window, await this.fetchAfter(cursor));
      cursor = window.at(-1)!.after;
    }
    return window;
  }

  async #fetch(part: {
    sort: 'taken-newest' | 'taken-oldest';
    cursor?: string;
    from?: string;
  }): Promise<HeldPage> {
    const page = await this.#api.list({ ...toImageQuery(this.#query()), ...part });
    return part.sort === 'taken-newest' ? pageOnward(page) : pageBackward(page);
  }

  async #show<T>(ask: () => Promise<T>, put: (held: ImageWindow, answer: T) => ImageWindow): Promise<void> {
    this.#changesWhileLoading = [];
    await this.#load.run(ask, (answer) => {
      this.#window.update((held) => put(held, answer));
      for (const change of this.#changesWhileLoading) this.apply(change);
    });
  }

  #all(): Stretch {
    return { first: 0, last: this.images().length - 1 };
  }
}
