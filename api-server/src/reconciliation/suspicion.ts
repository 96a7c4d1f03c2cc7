import { RESIZE_FAILED } from '../images/image.failure.ts';
import { GIVEN_UP_AFTER_MS } from '../sweeps/pending.sweep.ts';
import type { ComparedRow } from './image-rows.ts';
import type { ListedOriginal, ListedRenditions } from './object-listing.ts';

export type FindingKind =
  | 'original-missing'
  | 'renditions-missing'
  | 'result-missing'
  | 'image-missing'
  | 'only-renditions';

/** What database and bucket have under one id. */
export interface Sight {
  row?: ComparedRow | undefined;
  original?: Pick<ListedOriginal, 'arrivedAt'> | undefined;
  renditions?: Pick<ListedRenditions, 'widths'> | undefined;
}

/** Resizing takes seconds; what waits for so long has lost its event or its result. */
const RESULT_DUE_MS = 15 * 60 * 1000;

/**
 * What is wrong with an image, judged by what was seen of it; `undefined` where all is as it should be, or may become
 * so by itself.
 */
export function suspect({ row, original, renditions }: Sight, now: Date): FindingKind | undefined {
  if (row === undefined) {
    if (original !== undefined) return 'image-missing';
    return renditions === undefined ? undefined : 'only-renditions';
  }
  // All of theirs is going.
  if (row.owner_left_at !== null) return undefined;
  if (original === undefined) return mayBeUnderWay(row, now) ? undefined : 'original-missing';
  if (row.status === 'ready') {
    return row.widths.every((width) => renditions?.widths.has(width)) ? undefined : 'renditions-missing';
  }
  return isResultDue(row, original.arrivedAt, now) ? 'result-missing' : undefined;
}

function mayBeUnderWay(row: ComparedRow, now: Date): boolean {
  return row.status === 'pending' && +now - +row.pending_since <= GIVEN_UP_AFTER_MS;
}

/** A picture that can never work has its result. */
function isResultDue(row: ComparedRow, arrivedAt: Date, now: Date): boolean {
  if (+now - +arrivedAt <= RESULT_DUE_MS) return false;
  if (row.status === 'pending') return +now - +row.pending_since > RESULT_DUE_MS;
  return row.failure_reason === RESIZE_FAILED || isToldMissing(row);
}

/** The resize function found no original, and its owner was told so. */
export function isToldMissing(row: Pick<ComparedRow, 'status' | 'failure_reason'>): boolean {
  return row.status === 'failed' && row.failure_reason === 'missing';
}
