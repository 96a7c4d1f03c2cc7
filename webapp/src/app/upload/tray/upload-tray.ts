import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { Icon } from '../../shared/icon/icon';
import { fractionSent, unsentFiles } from '../queue/tally';
import { UploadQueue } from '../queue/upload-queue';
import { announcement, headline, isActive } from './summary-words';
import { ThinProgress } from './thin-progress';
import { UploadList } from './upload-list';

/** On narrower screens the open list would cover the other pages. */
const PHONE_PIXELS = 600;
/** Words that come more often are not listened to. */
const ANNOUNCE_EVERY_MS = 3000;

/** What becomes of each file, docked at the bottom of every page; it is there as long as there is something to say. */
@Component({
  selector: 'mf-upload-tray',
  imports: [Button, Icon, ThinProgress, UploadList],
  templateUrl: './upload-tray.html',
  styleUrl: './upload-tray.scss',
  host: { '(window:beforeunload)': 'warn($event)', '[class.filled]': 'hasFiles()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadTray {
  protected readonly t = texts;

  protected readonly queue = inject(UploadQueue);
  readonly #router = inject(Router);
  protected readonly isOpen = signal(innerWidth >= PHONE_PIXELS || this.#router.url.startsWith('/upload'));
  protected readonly hasFiles = computed(() => this.queue.tally().files > 0);
  protected readonly isActive = computed(() => isActive(this.queue.tally()));
  protected readonly isSending = computed(() => unsentFiles(this.queue.tally()) > 0);
  protected readonly fraction = computed(() => fractionSent(this.queue.tally()));
  protected readonly headline = computed(() => headline(this.queue.tally(), this.queue.holdReason()));
  protected readonly canCancel = computed(() => {
    const { waiting, checking, uploading, 'file-needed': needed } = this.queue.tally().phases;
    return waiting + checking + uploading + needed > 0;
  });
  protected readonly canRetry = computed(() => this.queue.tally().retryable > 0);
  protected readonly hasFinished = computed(() => {
    const { ready, duplicate, failed } = this.queue.tally().phases;
    return ready + duplicate + failed > 0;
  });
  protected readonly announced = signal('');
  readonly #announcement = computed(() => announcement(this.queue.tally()));
  #announceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      if (this.#announcement() !== untracked(this.announced)) this.#announceTimer ??= this.#announceLater();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#announceTimer));
    this.#router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd && innerWidth < PHONE_PIXELS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.isOpen.set(this.#router.url.startsWith('/upload')));
  }

  protected toggle(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.queue.wouldLoseFiles()) event.preventDefault();
  }

  #announceLater(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#announceTimer = undefined;
      this.announced.set(this.#announcement());
    }, ANNOUNCE_EVERY_MS);
  }
}
