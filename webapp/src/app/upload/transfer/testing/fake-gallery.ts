import type { Image, UploadAnswer, UploadAsk } from '../../../core/api/api-types';
import type { PutTarget } from '../put-blob';
import { UploadFault } from '../upload-fault';
import type { UploadTransport } from '../upload-transport';

const THRESHOLD_BYTES = 20;
export const FAKE_PART_BYTES = 10;

interface FakeUpload {
  image: Image;
  ask: UploadAsk;
  parts: Map<number, number>;
}

/** An API and a storage in memory that behave as the real ones, with 10-byte parts above 20 bytes. */
export class FakeGallery implements UploadTransport {
  readonly uploads = new Map<string, FakeUpload>();
  /** Every request in words, such as `put 2 of image-1`. */
  readonly requests: string[] = [];
  /** Throws before a request is served, for the words of `requests`. */
  fault: (request: string) => Error | undefined = () => undefined;
  /** Lets a test hold a PUT up. */
  beforePut: (request: string, signal: AbortSignal) => Promise<void> = async () => undefined;
  putsRunning = 0;
  mostPutsRunning = 0;

  async ask(ask: UploadAsk): Promise<UploadAnswer> {
    this.#serve(`ask for ${ask.filename}`);
    const known = [...this.uploads.values()].find((upload) => upload.ask.sha256 === ask.sha256);
    const upload = known ?? this.#reserve(ask);
    if (ask.movieId) this.finish(upload.image.id, { movieId: ask.movieId });
    if (upload.image.status !== 'pending') return { image: upload.image, duplicate: true };
    const { id } = upload.image;
    if (ask.bytes <= THRESHOLD_BYTES) {
      return {
        image: upload.image,
        upload: { method: 'PUT', url: `whole of ${id}`, headers: {}, expiresAt: '' },
      };
    }
    const partCount = Math.ceil(ask.bytes / FAKE_PART_BYTES);
    return {
      image: upload.image,
      upload: { uploadId: `upload-${id}`, partBytes: FAKE_PART_BYTES, partCount },
    };
  }

  async signPart(imageId: string, partNumber: number): Promise<PutTarget> {
    this.#serve(`sign ${partNumber} of ${imageId}`);
    return { url: `${partNumber} of ${imageId}`, headers: {} };
  }

  async arrivedParts(imageId: string) {
    this.#serve(`list ${imageId}`);
    return [...this.#get(imageId).parts].map(([partNumber, bytes]) => ({ partNumber, bytes }));
  }

  async complete(imageId: string): Promise<Image> {
    this.#serve(`complete ${imageId}`);
    return this.#get(imageId).image;
  }

  async put(target: PutTarget, body: Blob, onProgress: (bytes: number) => void, signal: AbortSignal) {
    const request = `put ${target.url}`;
    this.putsRunning += 1;
    this.mostPutsRunning = Math.max(this.mostPutsRunning, this.putsRunning);
    try {
      this.#serve(request);
      onProgress(Math.floor(body.size / 2));
      await this.beforePut(request, signal);
      signal.throwIfAborted();
      const [part, imageId = ''] = target.url.split(' of ');
      if (part !== 'whole') this.#get(imageId).parts.set(Number(part), body.size);
      onProgress(body.size);
    } finally {
      this.putsRunning -= 1;
    }
  }

  async image(imageId: string): Promise<Image> {
    this.#serve(`get ${imageId}`);
    return this.#get(imageId).image;
  }

  async giveUp(imageId: string): Promise<void> {
    this.#serve(`give up ${imageId}`);
    this.uploads.delete(imageId);
  }

  async resizeAgain(imageId: string): Promise<Image> {
    this.#serve(`resize ${imageId} again`);
    return this.#get(imageId).image;
  }

  /** As if the resize function had finished with it. */
  finish(imageId: string, change: Partial<Image> = { status: 'ready' }): Image {
    const upload = this.#get(imageId);
    upload.image = { ...upload.image, ...change };
    return upload.image;
  }

  #serve(request: string): void {
    this.requests.push(request);
    const fault = this.fault(request);
    if (fault) throw fault;
  }

  #get(imageId: string): FakeUpload {
    const upload = this.uploads.get(imageId);
    if (!upload) throw new UploadFault('gone', 'There is no such image.');
    return upload;
  }

  #reserve(ask: UploadAsk): FakeUpload {
    const id = `image-${this.uploads.size + 1}`;
    const upload = { ask, parts: new Map<number, number>(), image: fakeImage(id, ask) };
    this.uploads.set(id, upload);
    return upload;
  }
}

function fakeImage(id: string, { filename, contentType, bytes, movieId }: UploadAsk): Image {
  return {
    ...{ id, filename, contentType, bytes, title: filename, description: '', width: null, height: null },
    ...{
      status: 'pending',
      failure: null,
      isAnimated: false,
      thumbhash: null,
      exif: null,
      takenAt: null,
      visibility: 'private',
    },
    ...{
      tags: [],
      movieId: movieId ?? null,
      createdAt: '',
      trashedAt: null,
      thumbnails: [],
      owner: { id: 'member', displayName: 'Member' },
    },
  };
}
