import type { Image, SignedRequest, UploadAsk } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { type RetryTerms, retrying } from './retrying';
import { isFault, UploadFault } from './upload-fault';
import { uploadParts } from './upload-parts';
import type { UploadTransport } from './upload-transport';

export interface UploadJob {
  file: File;
  ask: UploadAsk;
  transport: UploadTransport;
  /** SHA-256 as hexadecimal digits. */
  checksum(blob: Blob, signal: AbortSignal): Promise<string>;
  terms: RetryTerms;
  /** The image that the upload will become, as soon as it is known. */
  onAsked(imageId: string): void;
  onProgress(sentBytes: number): void;
}

export interface UploadOutcome {
  image: Image;
  /** The member has had these bytes before; nothing was sent. */
  isDuplicate: boolean;
}

const MAX_ASKS = 5;

/**
 * Asks for an upload and sends what is missing of it. Where its address or the upload itself is over meanwhile,
 * it asks again: the same bytes are the same upload, so what arrived counts.
 */
export async function uploadFile(job: UploadJob): Promise<UploadOutcome> {
  for (let asks = 1; ; asks += 1) {
    const answer = await retrying(() => job.transport.ask(job.ask, job.terms.signal), job.terms);
    const { image, upload } = answer;
    if (answer.duplicate || upload === undefined) return { image, isDuplicate: true };
    job.onAsked(image.id);
    try {
      if ('uploadId' in upload) await uploadParts({ ...job, imageId: image.id, upload });
      else await putWhole(job, upload);
      return { image, isDuplicate: false };
    } catch (error) {
      if (!isFault(error, 'expired', 'gone')) throw error;
      if (asks === MAX_ASKS) {
        throw new UploadFault('refused', texts().uploads.faults.askedInVain(error.message, asks));
      }
    }
  }
}

async function putWhole(job: UploadJob, upload: SignedRequest): Promise<void> {
  const { transport, file, terms } = job;
  try {
    await retrying(() => transport.put(upload, file, job.onProgress, terms.signal), terms);
  } catch (error) {
    // An answer that got lost on its way looks like a failure here; the next try then finds the bytes there.
    if (!isFault(error, 'arrived')) throw error;
  }
  job.onProgress(file.size);
}
