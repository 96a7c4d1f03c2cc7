import type { Browser, Page } from 'playwright-core';

export interface Frames {
  /** The longest that the page's main thread worked at one stretch, in milliseconds of the processor's time. */
  longestWorkMs: number;
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
  const all: Frames = { longestWorkMs: 0, longestFrameMs: 0, lateFrames: 0, frames: 0 };
  for (let part = 0; part < parts; part++) {
    const frames = await watchPart(browser, page, () => deed(part));
    all.longestWorkMs = Math.max(all.longestWorkMs, frames.longestWorkMs);
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
  return {
    longestWorkMs: longestWork(await browser.stopTracing()),
    longestFrameMs: Math.max(...deltas),
    lateFrames: deltas.filter((delta) => delta >= 50).length,
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

/** The longest task of any page's main thread, which is where scripts, styles and layout are done. */
function longestWork(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const mains = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => /RunTask/.test(name) && ph === 'X' && mains.has(`${pid} ${tid}`),
  );
  if (!tasks.some(({ tdur }) => tdur !== undefined))
    throw new Error('expected tasks with their time in the trace');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
}
