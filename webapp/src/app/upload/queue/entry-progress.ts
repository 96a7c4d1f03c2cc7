import type { Image } from '../../core/api/api-types';
import type { ImageEvents } from '../../core/events/image-events';
import { texts } from '../../core/language/texts';
import type { UploadKeeping } from '../keeping/upload-keeping';
import type { UploadTransport } from '../transfer/upload-transport';
import type { EntryList, ListedEntry } from './entry-list';
import { ImageWatch } from './image-watch';
import { stateOfImage } from './state-of-image';
import { isFinished, type UploadState } from './upload-entry';

/** Moves entries from state to state, and keeps what is kept of them and the watch over their images in step. */
export class EntryProgress {
  readonly #watch: ImageWatch;

  constructor(
    private readonly list: EntryList,
    private readonly keeping: UploadKeeping,
    transport: Pick<UploadTransport, 'image'>,
    events: Pick<ImageEvents, 'changes' | 'reconnections'>,
  ) {
    this.#watch = new ImageWatch(events, transport, (id, image) => {
      const entry = list.get(id);
      if (entry && image) this.settle(entry, stateOfImage(image, false));
      // What is gone while it is being sent will be asked for again.
      else if (entry?.state().phase === 'processing') this.settle(entry, removed());
    });
  }

  /** The upload became known as an image; its outcome may be told from now on. */
  asked(entry: ListedEntry, imageId: string): void {
    if (entry.imageId !== imageId) this.keeping.change(entry.id, { imageId });
    entry.imageId = imageId;
    this.#watch.follow(entry.id, imageId);
  }

  /** All of it arrived, now or before. */
  sent(entry: ListedEntry, image: Image, isDuplicate: boolean): void {
    if (isFinished(entry.state())) return;
    this.asked(entry, image.id);
    this.keeping.change(entry.id, { isSent: true });
    this.advance(entry, stateOfImage(image, isDuplicate));
  }

  /** All of it is there, and its picture is being made. */
  awaitPicture(entry: ListedEntry, imageId: string): void {
    this.list.setState(entry, { phase: 'processing' });
    this.keeping.change(entry.id, { failure: null, isSent: true });
    this.#watch.follow(entry.id, imageId);
  }

  /** Asks at once for an image whose events may be over. */
  check(imageId: string): Promise<void> {
    return this.#watch.check(imageId);
  }

  /** A step on the way. The event that an image is ready may come before the answer to its upload. */
  advance(entry: ListedEntry, state: UploadState): void {
    if (isFinished(entry.state())) return;
    if (isFinished(state)) this.settle(entry, state);
    else this.list.setState(entry, state);
    if (state.phase === 'processing') this.letFileGo(entry);
  }

  /** The end of the way, or a failure. */
  settle(entry: ListedEntry, state: UploadState): void {
    this.list.setState(entry, state);
    this.#watch.leave(entry.id);
    const needsFile = state.phase === 'failed' && state.remedy === 'send-again';
    if (!needsFile) this.letFileGo(entry);
    if (state.phase !== 'failed') this.keeping.forget([entry.id]);
    else this.keeping.change(entry.id, { failure: { message: state.message, remedy: state.remedy } });
  }

  letFileGo(entry: ListedEntry): void {
    entry.file = null;
    this.keeping.forgetFile(entry.id);
  }

  leave(id: string): void {
    this.#watch.leave(id);
  }
}

function removed(): UploadState {
  return { phase: 'failed', message: texts().uploads.faults.removed, remedy: null };
}
