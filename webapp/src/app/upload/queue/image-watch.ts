import type { Image } from '../../core/api/api-types';
import type { ImageEvents } from '../../core/events/image-events';
import { isFault } from '../transfer/upload-fault';
import type { UploadTransport } from '../transfer/upload-transport';

/** Events can get lost with a connection, so what takes long is also asked for, a few at a time. */
const ASK_EVERY_MS = 20_000;
const ASK_AT_ONCE = 10;

/** Tells when images that entries wait for are ready or failed. */
export class ImageWatch {
  /** Image ids by entry, the longest waiting first. */
  readonly #imageIds = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    events: Pick<ImageEvents, 'changes' | 'reconnections'>,
    private readonly transport: Pick<UploadTransport, 'image'>,
    /** Gets null where the image is gone. */
    private readonly onImage: (entryId: string, image: Image | null) => void,
  ) {
    events.changes.subscribe((change) => {
      if (change.type === 'image.removed') this.#tell(change.imageId, null);
      else this.#tell(change.image.id, change.image);
    });
    events.reconnections.subscribe(() => void this.#ask());
  }

  follow(entryId: string, imageId: string): void {
    this.#imageIds.set(entryId, imageId);
    this.#timer ??= setTimeout(() => void this.#ask(), ASK_EVERY_MS);
  }

  leave(entryId: string): void {
    this.#imageIds.delete(entryId);
  }

  /** Asks for one image at once, as for one whose events may be over. */
  async check(imageId: string): Promise<void> {
    try {
      this.#tell(imageId, await this.transport.image(imageId));
    } catch (error) {
      if (isFault(error, 'gone')) this.#tell(imageId, null);
    }
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const imageIds = [...new Set(this.#imageIds.values())].slice(0, ASK_AT_ONCE);
    await Promise.all(imageIds.map((imageId) => this.check(imageId)));
    this.#timer = this.#imageIds.size > 0 ? setTimeout(() => void this.#ask(), ASK_EVERY_MS) : undefined;
  }

  #tell(imageId: string, image: Image | null): void {
    if (image?.status === 'pending') return;
    for (const [entryId, followedId] of this.#imageIds) {
      if (followedId !== imageId) continue;
      this.#imageIds.delete(entryId);
      this.onImage(entryId, image);
    }
  }
}
