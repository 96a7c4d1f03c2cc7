import type { UploadPhase, UploadState } from './upload-entry';

/** The whole queue in a few numbers. */
export interface Tally {
  files: number;
  /** Of all files that are to be sent, or were. Failed ones and duplicates do not count. */
  bytes: number;
  sentBytes: number;
  phases: Readonly<Record<UploadPhase, number>>;
  /** Failed files that can be tried again. */
  retryable: number;
}

export const EMPTY_TALLY: Tally = {
  files: 0,
  bytes: 0,
  sentBytes: 0,
  phases: {
    waiting: 0,
    checking: 0,
    uploading: 0,
    processing: 0,
    ready: 0,
    duplicate: 0,
    failed: 0,
    'file-needed': 0,
  },
  retryable: 0,
};

/**
 * The tally after one file changed; counting thousands of files anew with every step of one would be too much.
 *
 * @param before undefined for a file that comes
 * @param after undefined for a file that goes
 */
export function withChange(
  tally: Tally,
  bytes: number,
  before: UploadState | undefined,
  after: UploadState | undefined,
): Tally {
  const phases = { ...tally.phases };
  if (before) phases[before.phase] -= 1;
  if (after) phases[after.phase] += 1;
  return {
    files: tally.files + Number(after !== undefined) - Number(before !== undefined),
    bytes: tally.bytes + toSend(bytes, after) - toSend(bytes, before),
    sentBytes: tally.sentBytes + sent(bytes, after) - sent(bytes, before),
    phases,
    retryable: tally.retryable + retryable(after) - retryable(before),
  };
}

/** Files still to come, counted as a person would: not those that wait for the picture to be made. */
export function unsentFiles({ phases }: Tally): number {
  return phases.waiting + phases.checking + phases.uploading;
}

/** Files of which something is still to come. */
export function activeFiles(tally: Tally): number {
  return unsentFiles(tally) + tally.phases.processing;
}

/** 0 to 1. */
export function fractionSent({ bytes, sentBytes }: Tally): number {
  return bytes === 0 ? 0 : Math.min(1, sentBytes / bytes);
}

function toSend(bytes: number, state: UploadState | undefined): number {
  return state && !['failed', 'duplicate', 'file-needed'].includes(state.phase) ? bytes : 0;
}

function sent(bytes: number, state: UploadState | undefined): number {
  if (state?.phase === 'uploading') return state.sentBytes;
  return state?.phase === 'processing' || state?.phase === 'ready' ? bytes : 0;
}

function retryable(state: UploadState | undefined): number {
  return Number(state?.phase === 'failed' && state.remedy !== null);
}
