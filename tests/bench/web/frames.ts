import type { Browser, Page } from 'playwright-core';

/** What a visitor notices as a hitch. */
const LONG_MS = 50;

export interface Frames {
  /** The longest that the page's main thread worked at one stretch, in milliseconds of the processor's time. */
  longestWorkMs: number;
  /** How often it worked for 50 ms or longer. */
  longWork: number;
  /** The longest between two frames. Other work on the machine counts in. */
  longestFrameMs: number;
  /** How many came 50 ms or more after the one before. */
  lateFrames: number;
  frames: number;
}

interface Watch {
  deltas: number[];
  isOver: boolean;
}

declare global {
  interface Window {
    frameWatch: Watch;
  }
}

/** Watches the page's frames while something is done with it, part by part: a trace holds only so much. */
export async function watchFrames(
  browser: Browser,
  page: Page,
  parts: number,
  deed: (part: number) => Promise<void>,
): Promise<Frames> {
  const all: Frames = { longestWorkMs: 0, longWork: 0, longestFrameMs: 0, lateFrames: 0, frames: 0 };
  for (let part = 0; part < parts; part++) {
    const frames = await watchPart(browser, page, () => deed(part));
    all.longestWorkMs = Math.max(all.longestWorkMs, frames.longestWorkMs);
    all.longWork += frames.longWork;
    all.longestFrameMs = Math.max(all.longestFrameMs, frames.longestFrameMs);
    all.lateFrames += frames.lateFrames;
    all.frames += frames.frames;
  }
  return all;
}

async function watchPart(browser: Browser, page: Page, deed: () => Promise<void>): Promise<Frames> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.evaluate(() => {
    const watch: Watch = { deltas: [], isOver: false };
    window.frameWatch = watch;
    let last = performance.now();
    const next = (now: number) => {
      watch.deltas.push(now - last);
      last = now;
      if (!watch.isOver) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await deed();
  const deltas = await page.evaluate(() => {
    window.frameWatch.isOver = true;
    return window.frameWatch.deltas;
  });
  const work = workOf(await browser.stopTracing());
  return {
    longestWorkMs: Math.max(...work),
    longWork: work.filter((ms) => ms >= LONG_MS).length,
    longestFrameMs: Math.max(...deltas),
    lateFrames: deltas.filter((delta) => delta >= LONG_MS).length,
    frames: deltas.length,
  };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds on the processor. */
  tdur?: number;
  args: { name?: string };
}

/** The tasks of the pages' main threads, which is where scripts, styles and layout are done, in milliseconds. */
function workOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const mains = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const work = traceEvents.flatMap(({ name, ph, pid, tid, tdur }) =>
    /RunTask/.test(name) && ph === 'X' && tdur !== undefined && mains.has(`${pid} ${tid}`) ? tdur / 1000 : [],
  );
  if (work.length === 0) throw new Error('expected tasks with their time in the trace');
  return work;
}
