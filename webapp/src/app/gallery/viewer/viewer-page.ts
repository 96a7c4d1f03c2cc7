import { A11yModule } from '@angular/cdk/a11y';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  signal,
  ViewEncapsulation,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type PhotoSwipe from 'photoswipe';
import type { Image } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { sentenceOf } from '../../core/errors/api-error';
import { failureSentence } from '../../core/errors/image-failure';
import { texts } from '../../core/language/texts';
import { SessionStore } from '../../core/session/session-store';
import { Button } from '../../shared/button/button';
import { formatBytes } from '../../shared/format-bytes';
import { Icon } from '../../shared/icon/icon';
import { GalleryStore } from '../images/gallery-store';
import { ImageDeeds } from '../images/image-deeds';
import { createControlsRest } from './controls-rest';
import { DetailsPanel } from './details-panel';
import { openLightbox } from './lightbox';
import { isPlayable } from './slide';
import { SlideOriginal } from './slide-original';
import { ViewerList } from './viewer-list';

/** One image over the whole window, of the list of the page that it lies over. Its address is the image's own, so a link opens it and Back closes it. */
@Component({
  selector: 'mf-viewer-page',
  imports: [A11yModule, Button, DetailsPanel, Icon, RouterLink],
  templateUrl: './viewer-page.html',
  styleUrl: './viewer-page.scss',
  encapsulation: ViewEncapsulation.None,
  providers: [SlideOriginal, ViewerList],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class ViewerPage {
  protected readonly t = texts;
  protected readonly formatBytes = formatBytes;

  readonly #api = inject(ImagesApi);
  readonly #store = inject(GalleryStore);
  readonly #deeds = inject(ImageDeeds);
  readonly #route = inject(ActivatedRoute);
  readonly #router = inject(Router);
  readonly #session = inject(SessionStore);
  readonly #cameFromPage = this.#router.currentNavigation()?.previousNavigation != null;
  #lightbox: PhotoSwipe | null = null;
  readonly #renewedIds = new Set<string>();

  /** From the address. */
  readonly imageId = input.required<string>();

  protected readonly list = inject(ViewerList);
  protected readonly original = inject(SlideOriginal);
  /** What the page below goes to when the viewer closes. */
  readonly current = this.list.current;
  protected readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  protected readonly details = viewChild<ElementRef<HTMLElement>>('details');
  protected readonly isOwn = computed(() => this.list.current()?.owner.id === this.#session.user()?.id);
  protected readonly isPlayable = isPlayable;
  protected readonly isPlaying = computed(() => this.original.playingId() === this.list.current()?.id);
  protected readonly isDetailed = signal(false);
  protected readonly error = signal('');
  protected readonly isResting = createControlsRest();

  constructor() {
    afterNextRender(() => this.#open());
    inject(DestroyRef).onDestroy(() => {
      const lightbox = this.#lightbox;
      this.#lightbox = null;
      lightbox?.destroy();
    });
  }

  protected close(): void {
    if (this.#lightbox) this.#lightbox.close();
    else this.#leave();
  }

  protected step(direction: 1 | -1): void {
    if (direction === 1) this.#lightbox?.next();
    else if (this.list.hasPrevious()) this.#lightbox?.prev();
  }

  protected toggleDetails(): void {
    this.isDetailed.update((isDetailed) => !isDetailed);
  }

  /** The focus goes back to what opened them. */
  protected closeDetails(): void {
    this.isDetailed.set(false);
    this.details()?.nativeElement.focus();
  }

  protected toggleMotion(image: Image): void {
    if (!this.#lightbox) return;
    if (this.isPlaying()) void this.original.pause(this.#lightbox, image);
    else void this.original.play(this.#lightbox, image);
  }

  protected changed(image: Image): void {
    this.list.replace(image);
    this.#store.replace(image);
  }

  protected async trash(image: Image): Promise<void> {
    const [trashed] = await this.#deeds.trash([image]);
    if (!trashed) return;
    this.list.remove(image.id);
    if (this.list.current() === null) this.#leave();
    else this.#show(false);
  }

  async #open(): Promise<void> {
    try {
      const listed = this.#store.images().find(({ id }) => id === this.imageId());
      const image = listed ?? (await this.#api.get(this.imageId()));
      if (image.status !== 'ready') {
        this.error.set(image.failure === null ? texts().viewer.notReady : failureSentence(image));
        return;
      }
      this.list.open(image);
      this.#show(listed !== undefined);
    } catch (error) {
      this.error.set(sentenceOf(error));
    }
  }

  #show(isAnimated: boolean): void {
    const previous = this.#lightbox;
    this.#lightbox = null;
    previous?.destroy();
    const lightbox = openLightbox({
      stage: this.stage().nativeElement,
      images: this.list.images,
      firstNumber: this.list.firstNumber,
      number: this.list.firstNumber() + this.list.index(),
      isAnimated,
      changed: (image) => this.#follow(image),
      zoomed: (...zoomed) => this.original.follow(...zoomed),
      broken: (image, number) => this.#renew(image, number),
      closed: () => this.#lightbox === lightbox && this.#leave(),
    });
    this.#lightbox = lightbox;
  }

  async #follow(image: Image): Promise<void> {
    if (image.id !== this.imageId()) this.#replaceAddress(['..', image.id]);
    await this.list.show(image.id);
  }

  /** Tries a picture once more with fresh addresses: those of the list may have run out. */
  async #renew(image: Image, number: number): Promise<void> {
    if (this.#renewedIds.has(image.id)) return;
    this.#renewedIds.add(image.id);
    // Where this fails too, PhotoSwipe's own message stays.
    const fresh = await this.#api.get(image.id).catch(() => null);
    if (fresh === null) return;
    this.changed(fresh);
    this.#lightbox?.refreshSlideContent(number);
  }

  #leave(): void {
    this.#lightbox = null;
    if (this.#cameFromPage) history.back();
    else this.#replaceAddress(['..']);
  }

  /** Within the page that it lies over. */
  #replaceAddress(commands: string[]): void {
    const extras = { relativeTo: this.#route, replaceUrl: true, queryParamsHandling: 'preserve' } as const;
    this.#router.navigate(commands, extras);
  }
}
