import { expect } from '@jest/globals';
import { renditionSizes, type Size } from '@movieflix/contracts';
import { originalIn } from './originals.ts';
import type { WarmProcess } from './warm-process.ts';
import type { Answer, Outcome } from './warm-process-messages.ts';

export interface HostileOriginal {
  /** What was done to it, for the report. */
  name: string;
  bytes: Buffer;
  /** What its picture has, where it must have that when it becomes ready. */
  size?: Size;
}

/** Of the 1536 MiB that the function has at least. */
const MEMORY_LIMIT_BYTES = 1_300 * 1024 * 1024;
/** Of the 120 s that it has; a busy machine included. */
const TIME_LIMIT_MS = 30_000;

/**
 * Expects every original to end as a picture of the right size or as a sentence, within memory and time, and a good
 * image after each to come out as before all of them.
 *
 * @returns how many became ready
 */
export async function expectSurvival(warm: WarmProcess, originals: HostileOriginal[]): Promise<number> {
  const good = await originalIn('JPEG');
  const before = (await warm.resize(good)).outcome;
  expect(before.outcome).toBe('ready');
  const complaints: string[] = [];
  let ready = 0;
  for (const original of originals) {
    const answer = await warm.resize(original.bytes).catch((error: Error) => error.message);
    const complaint = typeof answer === 'string' ? answer : complaintAbout(answer, original);
    if (complaint) complaints.push(`${original.name}: ${complaint}`);
    // Nothing more can be asked of a process that is gone.
    if (typeof answer === 'string') break;
    if (answer.outcome.outcome === 'ready') ready += 1;
    if (!isSame((await warm.resize(good)).outcome, before))
      complaints.push(`${original.name}: spoils the next`);
  }
  expect(complaints).toEqual([]);
  return ready;
}

function complaintAbout({ outcome, milliseconds, peakBytes }: Answer, { size }: HostileOriginal) {
  if (peakBytes > MEMORY_LIMIT_BYTES) return `took ${Math.round(peakBytes / 1024 / 1024)} MiB`;
  if (milliseconds > TIME_LIMIT_MS) return `took ${Math.round(milliseconds)} ms`;
  if (outcome.outcome === 'thrown') return `would be tried again: ${outcome.error}`;
  if (outcome.outcome === 'rejected') return isSentence(outcome.message) ? undefined : outcome.message;
  const { width, height, renditions } = outcome;
  if (size && (width !== size.width || height !== size.height)) return `came out as ${width} x ${height}`;
  const wanted = renditionSizes(outcome).map((wantedSize) => ({ ...wantedSize, format: 'webp' }));
  const isAsWanted = JSON.stringify(renditions) === JSON.stringify(wanted);
  return isAsWanted ? undefined : `has renditions ${JSON.stringify(renditions)}`;
}

/** One or two sentences of words, without what only a decoder says. */
function isSentence(message: string): boolean {
  return (
    /^This (?:\w+ )?(?:file|picture) .{10,240}\.$/.test(message) &&
    !/vips|heif:|undefined|null|NaN/.test(message)
  );
}

function isSame(one: Outcome, other: Outcome): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
