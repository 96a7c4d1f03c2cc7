import { Injectable, inject } from '@angular/core';
import type { UploadAnswer } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { UploadsApi } from '../../core/api/uploads-api';
import { faultOfApi } from './api-fault';
import { putBlob } from './put-blob';
import type { UploadTransport } from './upload-transport';

/** Talks to the API, and PUTs to the storage. */
@Injectable({ providedIn: 'root' })
export class HttpUploadTransport implements UploadTransport {
  readonly #images = inject(ImagesApi);
  readonly #uploads = inject(UploadsApi);

  readonly ask: UploadTransport['ask'] = (ask, signal) => {
    const answer = this.#uploads.ask(ask);
    // Cancelled before its id was known: nobody else would give it up.
    const giveUpIfCancelled = ({ image, duplicate }: UploadAnswer) =>
      signal.aborted && !duplicate ? this.giveUp(image.id) : undefined;
    answer.then(giveUpIfCancelled).catch(() => undefined);
    return until(signal, answer);
  };

  readonly signPart: UploadTransport['signPart'] = (imageId, partNumber, sha256, signal) =>
    until(signal, this.#uploads.signPart(imageId, partNumber, sha256));

  readonly arrivedParts: UploadTransport['arrivedParts'] = (imageId, signal) =>
    until(signal, this.#uploads.arrivedParts(imageId));

  readonly complete: UploadTransport['complete'] = (imageId, signal) =>
    until(signal, this.#uploads.complete(imageId));

  readonly put: UploadTransport['put'] = putBlob;

  readonly image: UploadTransport['image'] = (imageId) => asFault(this.#images.get(imageId));

  readonly giveUp: UploadTransport['giveUp'] = (imageId) => asFault(this.#uploads.giveUp(imageId));

  readonly resizeAgain: UploadTransport['resizeAgain'] = (imageId) => asFault(this.#images.retry(imageId));
}

async function asFault<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw faultOfApi(error);
  }
}

/** The answer, unless the signal aborts first; the request itself is short and may run out. */
function until<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    asFault(answer)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
