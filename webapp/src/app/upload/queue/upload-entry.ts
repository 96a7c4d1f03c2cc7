import type { Signal } from '@angular/core';
import type { Image } from '../../core/api/api-types';
import type { UploadFilm } from './upload-film';

/** What a person can do about a failed file: send it again, or have the picture that is there resized again. */
export type Remedy = 'send-again' | 'resize-again';

export type UploadState =
  | { phase: 'waiting' }
  | { phase: 'checking'; checkedBytes: number }
  | { phase: 'uploading'; sentBytes: number }
  | { phase: 'processing' }
  | { phase: 'ready'; image: Image }
  | { phase: 'duplicate'; image: Image }
  | { phase: 'failed'; message: string; remedy: Remedy | null }
  /** The page was loaded again and the browser could not keep the file. */
  | { phase: 'file-needed' };

export type UploadPhase = UploadState['phase'];

/** One file on its way into the gallery. */
export interface UploadEntry {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  /** Null once it is sent, and where it was lost with a reload. */
  readonly file: File | null;
  /** The film that it was brought to, or null. */
  readonly film: UploadFilm | null;
  readonly state: Signal<UploadState>;
  /** It was cancelled when all of it had just arrived. */
  readonly isCancelledTooLate: boolean;
}

const FINISHED: readonly UploadPhase[] = ['ready', 'duplicate', 'failed'];
const CANCELLABLE: readonly UploadPhase[] = ['waiting', 'checking', 'uploading', 'file-needed'];

export function isFinished({ phase }: UploadState): boolean {
  return FINISHED.includes(phase);
}

/** Whether the bytes are still to be sent, so that closing the page could lose something. */
export function isUnsent({ phase }: UploadState): boolean {
  return CANCELLABLE.includes(phase);
}
