import { setTimeout as wait } from 'node:timers/promises';
import { RefusedRequest } from './faults.ts';
import { callGallery, type Gallery } from './gallery.ts';
import { countFailure, type Tally } from './tally.ts';
import type { Image } from './upload.ts';

const SHORTEST_PAUSE_SECONDS = 0.1;
const LONGEST_PAUSE_SECONDS = 2;
/** Images that are asked for in one round, the oldest first. */
const ASKED_A_ROUND = 20;

/** The images that are being uploaded or resized, and their files. */
export type Awaited = Map<string, { path: string; isUploaded: boolean }>;

/**
 * Asks for the outcomes of uploaded images until all are known, or until none came for `patienceSeconds` after the
 * last upload.
 *
 * @param areUploadsOver whether no more images will be awaited
 */
export async function awaitOutcomes(
  gallery: Gallery,
  awaited: Awaited,
  tally: Tally,
  patienceSeconds: number,
  areUploadsOver: () => boolean,
): Promise<void> {
  let lastNews = Date.now();
  let pauseSeconds = SHORTEST_PAUSE_SECONDS;
  while (!areUploadsOver() || awaited.size > 0) {
    const isNews = await askForOutcomes(gallery, awaited, tally);
    if (isNews || !areUploadsOver()) lastNews = Date.now();
    if (Date.now() - lastNews > patienceSeconds * 1000) return;
    pauseSeconds = isNews ? SHORTEST_PAUSE_SECONDS : Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS);
    await wait(pauseSeconds * 1000, undefined, { signal: gallery.signal });
  }
}

/** Counts the images whose outcomes are not known in the end: they have arrived, so they will be shown. */
export function countStillPending(awaited: Awaited, tally: Tally): void {
  const uploaded = [...awaited.values()].filter(({ isUploaded }) => isUploaded).length;
  tally.stillPending = uploaded;
  tally.added += uploaded;
}

/** @returns whether any outcome became known */
async function askForOutcomes(gallery: Gallery, awaited: Awaited, tally: Tally): Promise<boolean> {
  const uploaded = [...awaited].filter(([, { isUploaded }]) => isUploaded).slice(0, ASKED_A_ROUND);
  const outcomes = await Promise.all(uploaded.map(([id]) => statusOf(gallery, id)));
  outcomes.forEach(({ status, failure }, index) => {
    const [id, { path }] = uploaded[index]!;
    if (status === 'pending') return;
    awaited.delete(id);
    if (status === 'ready') tally.added += 1;
    else countFailure(tally, path, failure?.message ?? 'The gallery could not show it.');
  });
  return outcomes.some(({ status }) => status !== 'pending');
}

async function statusOf(gallery: Gallery, id: string): Promise<Pick<Image, 'status' | 'failure'>> {
  try {
    return await callGallery<Image>(gallery, 'GET', `api/images/${id}`);
  } catch (error) {
    if (!(error instanceof RefusedRequest && error.status === 404)) throw error;
    return { status: 'failed', failure: { message: 'It was removed from the gallery meanwhile.' } };
  }
}
