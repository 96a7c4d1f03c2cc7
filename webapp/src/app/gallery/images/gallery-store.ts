import { computed, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Image, ImagePage } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { sentenceOf } from '../../core/errors/api-error';
import type { ImageChange } from '../../core/events/image-change';
import { ImageEvents } from '../../core/events/image-events';
import { SessionStore } from '../../core/session/session-store';
import { belongs, type GalleryQuery, toImageQuery } from './gallery-query';
import { appendPage, mergeChange, mergeFirstPage, without } from './image-list';

const RENEW_EVERY_MS = 60_000;

/**
 * A list of images, loaded page by page and kept fresh by the API's events. The gallery shows the app's one; a page
 * with a list of its own provides another, and all that lies on the page, the viewer too, then works with that.
 */
@Injectable({ providedIn: 'root' })
export class GalleryStore {
  readonly #api = inject(ImagesApi);
  readonly #session = inject(SessionStore);
  readonly #query = signal<GalleryQuery>({ q: '', show: 'all' });
  readonly #images = signal<readonly Image[]>([]);
  readonly #nextCursor = signal<string | null>(null);
  readonly #hasLoaded = signal(false);
  readonly #isLoading = signal(false);
  readonly #error = signal('');
  /** Counts the lists begun, so that an answer that belongs to an earlier one is dropped. */
  #generation = 0;
  /** Whose list of which query is held. */
  #listed = '';
  /** Changes that came while a page was on its way, which may be older than they are. */
  #changesWhileLoading: ImageChange[] = [];
  readonly #renewedAtMs = new Map<string, number>();

  readonly images = this.#images.asReadonly();
  readonly isLoading = this.#isLoading.asReadonly();
  /** Why the last page did not come: a sentence, or empty. */
  readonly error = this.#error.asReadonly();
  readonly hasMore = computed(() => this.#nextCursor() !== null);
  readonly isEmpty = computed(() => this.#hasLoaded() && this.#images().length === 0);

  constructor() {
    const events = inject(ImageEvents);
    events.changes.pipe(takeUntilDestroyed()).subscribe((change) => this.apply(change));
    events.reconnections.pipe(takeUntilDestroyed()).subscribe(() => this.refresh());
  }

  /** Shows the list of a query: at once what is loaded of it, and then what has changed since. */
  async open(query: GalleryQuery): Promise<void> {
    const listed = JSON.stringify([query, this.#session.token()]);
    if (listed !== this.#listed) this.#clear();
    this.#listed = listed;
    this.#query.set(query);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    await this.#load(undefined, (page) => {
      const isFirst = !this.#hasLoaded();
      const isOnlyPage = page.nextCursor === null;
      this.#images.update((loaded) => mergeFirstPage(loaded, page.items, isOnlyPage));
      if (isFirst || isOnlyPage) this.#nextCursor.set(page.nextCursor);
    });
  }

  async loadMore(): Promise<void> {
    const cursor = this.#nextCursor();
    if (cursor === null || this.#isLoading()) return;
    await this.#load(cursor, (page) => {
      this.#images.update((loaded) => appendPage(loaded, page.items));
      this.#nextCursor.set(page.nextCursor);
    });
  }

  apply(change: ImageChange): void {
    if (this.#isLoading()) this.#changesWhileLoading.push(change);
    if (!this.#hasLoaded()) return;
    const query = this.#query();
    this.#images.update((images) => {
      const isListed = 'image' in change && images.some(({ id }) => id === change.image.id);
      return mergeChange(images, change, (image) => belongs(image, query, isListed), !this.hasMore());
    });
  }

  /** Shows what the API answered to a change made in this page. */
  replace(image: Image): void {
    this.apply({ type: 'image.changed', image });
  }

  remove(imageId: string): void {
    this.#images.update((images) => without(images, imageId));
  }

  /** Asks for an image again whose pictures did not load, because its signed addresses may have run out. */
  async renew(imageId: string): Promise<void> {
    const renewedAtMs = this.#renewedAtMs.get(imageId) ?? 0;
    if (Date.now() - renewedAtMs < RENEW_EVERY_MS) return;
    this.#renewedAtMs.set(imageId, Date.now());
    // Where this fails too, the placeholder stays and scrolling back to it tries again.
    await this.#api.get(imageId).then(
      (image) => this.replace(image),
      () => undefined,
    );
  }

  async #load(cursor: string | undefined, show: (page: ImagePage) => void): Promise<void> {
    const generation = this.#generation;
    this.#changesWhileLoading = [];
    this.#isLoading.set(true);
    this.#error.set('');
    try {
      const page = await this.#api.list({ ...toImageQuery(this.#query()), ...(cursor && { cursor }) });
      if (generation !== this.#generation) return;
      show(page);
      this.#hasLoaded.set(true);
      this.#isLoading.set(false);
      for (const change of this.#changesWhileLoading) this.apply(change);
    } catch (error) {
      if (generation === this.#generation) this.#error.set(sentenceOf(error));
    } finally {
      if (generation === this.#generation) this.#isLoading.set(false);
    }
  }

  #clear(): void {
    this.#generation += 1;
    this.#images.set([]);
    this.#nextCursor.set(null);
    this.#hasLoaded.set(false);
    this.#isLoading.set(false);
    this.#error.set('');
  }
}
