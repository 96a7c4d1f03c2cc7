import { pMapIterable } from 'p-map';
import { examine, type Reconciled } from './examine.ts';
import type { Finding } from './finding.ts';
import { readImages } from './image-rows.ts';
import { joinById } from './join-by-id.ts';
import { listOriginals, listRenditions } from './object-listing.ts';
import { suspect } from './suspicion.ts';

export interface ReconcileOptions {
  isMending: boolean;
  /** Rows and keys that are read at a time; S3 lists at most 1000. */
  pageSize: number;
  /** The clock by which results are overdue. */
  now: () => Date;
  /** Called for every image and every object of an unknown one. */
  onCompared?: (compared: Compared) => void;
}

/** What one step of the comparison went through. */
export interface Compared {
  images: number;
  originals: number;
  renditions: number;
}

/** Below the ten connections of a pool, of which reading the images takes one. */
const EXAMINED_AT_ONCE = 8;

/**
 * Compares the images of the database with the objects of the bucket, in one pass through both in the order of ids,
 * and looks closer where they differ. What it holds does not grow with the gallery.
 *
 * @throws where database or bucket do not answer
 */
export async function* reconcileImages(app: Reconciled, options: ReconcileOptions): AsyncGenerator<Finding> {
  const examined = pMapIterable(
    suspectedIds(app, options),
    (imageId) => examine(app, imageId, { isMending: options.isMending, now: options.now() }),
    { concurrency: EXAMINED_AT_ONCE },
  );
  for await (const finding of examined) if (finding !== undefined) yield finding;
}

/** Images that look wrong in listings, which may be minutes old. */
async function* suspectedIds(
  { db, bucket }: Reconciled,
  { pageSize, now, onCompared }: ReconcileOptions,
): AsyncGenerator<string> {
  const seen = joinById({
    row: readImages(db, pageSize),
    original: listOriginals(bucket, pageSize),
    renditions: listRenditions(bucket, pageSize),
  });
  for await (const { id, ...sight } of seen) {
    onCompared?.({
      images: sight.row ? 1 : 0,
      originals: sight.original ? 1 : 0,
      renditions: sight.renditions?.widths.size ?? 0,
    });
    if (suspect(sight, now()) !== undefined) yield id;
  }
}
