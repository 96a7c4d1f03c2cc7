import { expect } from '@jest/globals';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Stage } from '../stage/open-stage.ts';
import type { Attempt } from './record.ts';
import { sendVisitors, type Visitors } from './visitors.ts';

/** So many requests are steady use: some ten seconds. */
const SOME = 100;
const SOME_WITHIN_MS = 120_000;

/**
 * Lets something happen while people visit. Before and after it no request may fail, and of what was acknowledged at any
 * time nothing may be lost.
 *
 * @param what begins the line on the terminal that tells how it went
 * @param deed returns when the gallery has recovered from it
 * @returns the requests that failed meanwhile
 */
export async function whileVisited(
  stage: Stage,
  what: string,
  deed: () => Promise<void>,
): Promise<Attempt[]> {
  const visitors = await sendVisitors(stage);
  await someVisits(visitors, 0);
  const beganMs = Date.now();
  const before = visitors.since(0).failures;
  await deed();
  const overMs = Date.now();
  await someVisits(visitors, overMs);
  const after = visitors.since(overMs).failures;
  const { attempts, failures, kept, lost } = await visitors.leave();
  process.stdout.write(
    `${what}: over after ${seconds(overMs - beganMs)}. ${failures.length} of ${attempts.length} requests failed${spanOf(failures)}; ${lost.length} of ${kept.length + lost.length} originals are lost.\n`,
  );
  expect({ before, after, lost }).toEqual({ before: [], after: [], lost: [] });
  expect(kept.length).toBeGreaterThan(0);
  return failures;
}

function someVisits(visitors: Visitors, sinceMs: number): Promise<unknown> {
  return waitFor('visits', () => visitors.since(sinceMs).attempts.length >= SOME, SOME_WITHIN_MS);
}

function spanOf(failures: Attempt[]): string {
  if (failures.length === 0) return '';
  const first = Math.min(...failures.map(({ atMs }) => atMs));
  const last = Math.max(...failures.map(({ atMs, tookMs }) => atMs + tookMs));
  return ` within ${seconds(last - first)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
