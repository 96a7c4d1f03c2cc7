import type { ArrivedPart, Image, UploadAnswer, UploadAsk } from '../../core/api/api-types';
import type { PutTarget } from './put-blob';

/** The requests that an upload makes. Every one rejects with an `UploadFault`, or the signal's reason. */
export interface UploadTransport {
  ask(ask: UploadAsk, signal: AbortSignal): Promise<UploadAnswer>;
  /** @param partNumber from 1 */
  signPart(imageId: string, partNumber: number, sha256: string, signal: AbortSignal): Promise<PutTarget>;
  arrivedParts(imageId: string, signal: AbortSignal): Promise<ArrivedPart[]>;
  complete(imageId: string, signal: AbortSignal): Promise<Image>;
  put(
    target: PutTarget,
    body: Blob,
    onProgress: (sentBytes: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  image(imageId: string): Promise<Image>;
  giveUp(imageId: string): Promise<void>;
  /** Has an image that failed resized again. */
  resizeAgain(imageId: string): Promise<Image>;
}
