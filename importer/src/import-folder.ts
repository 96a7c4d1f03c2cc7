import { relative } from 'node:path';
import { concernsEveryFile, RefusedRequest, UnfitFile } from './faults.ts';
import type { Gallery } from './gallery.ts';
import { type Awaited, awaitOutcomes, countStillPending } from './outcomes.ts';
import { withPhotoFile } from './photo-file.ts';
import type { Progress } from './progress.ts';
import { countFailure, type Tally } from './tally.ts';
import { upload } from './upload.ts';
import { type Found, walk } from './walk.ts';

/** Files on their way at the same time. Each holds one piece of at most 16 MiB in memory. */
const UPLOADS_AT_ONCE = 4;
/** How long the first or the next outcome may take after the last upload. */
const PATIENCE_SECONDS = 60;

interface Import {
  gallery: Gallery;
  folder: string;
  tally: Tally;
  progress: Progress;
  awaited: Awaited;
}

/**
 * Brings every image below a folder into the gallery and counts in `tally` what became of each, also where it
 * throws.
 *
 * @throws where going on is no use (the gallery cannot be reached, the session ended) or the person stops it
 */
export async function importFolder(
  gallery: Gallery,
  folder: string,
  tally: Tally,
  progress: Progress,
): Promise<void> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([gallery.signal, stopped.signal]);
  const run: Import = { gallery: { ...gallery, signal }, folder, tally, progress, awaited: new Map() };
  // All workers draw from one walk; an async generator answers them in turn.
  const found = walk(folder);
  let areUploadsOver = false;
  const uploads = Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, () => bringInAll(run, found))).then(
    () => {
      areUploadsOver = true;
    },
  );
  const outcomes = awaitOutcomes(run.gallery, run.awaited, tally, PATIENCE_SECONDS, () => areUploadsOver);
  try {
    await Promise.all([uploads, outcomes]);
  } catch (error) {
    stopped.abort();
    await Promise.allSettled([uploads, outcomes]);
    throw error;
  } finally {
    countStillPending(run.awaited, tally);
  }
}

async function bringInAll(run: Import, found: AsyncGenerator<Found>): Promise<void> {
  for await (const file of found) {
    run.gallery.signal.throwIfAborted();
    const path = relative(run.folder, file.path) || '.';
    if (file.kind === 'other') run.tally.notImages += 1;
    else if (file.kind === 'unreadable') countFailure(run.tally, path, file.message);
    else {
      await bringIn(run, file, path);
      run.progress.step();
    }
  }
}

async function bringIn(run: Import, found: Found & { kind: 'image' }, path: string): Promise<void> {
  const { gallery, tally, awaited } = run;
  let claimed: string | undefined;
  try {
    const { image, isDuplicate } = await withPhotoFile(found.path, (file) =>
      upload(gallery, found.path, found.contentType, file, ({ id }) => {
        if (awaited.has(id)) return false;
        awaited.set(id, { path, isUploaded: false });
        claimed = id;
        return true;
      }),
    );
    if (!isDuplicate) awaited.set(image.id, { path, isUploaded: true });
    else if (image.status === 'failed')
      countFailure(tally, path, image.failure?.message ?? 'It failed before.');
    else tally.alreadyThere += 1;
  } catch (error) {
    if (claimed !== undefined) awaited.delete(claimed);
    gallery.signal.throwIfAborted();
    if (concernsEveryFile(error) || !(error instanceof UnfitFile || error instanceof RefusedRequest))
      throw error;
    countFailure(tally, path, error.message);
  }
}
