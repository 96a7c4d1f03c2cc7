import type { Browser, CDPSession } from 'playwright-core';
import { waitFor } from '../waiting/wait-for.ts';
import { openPage, STEP_MS } from './chromium-session.ts';

/** A phone as Lighthouse plays it. */
export const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** One of the gallery that has come. */
export const PICTURE = 'mf-gallery-tile img.loaded';

/** Timers from here on belong to what the app fetches ahead, so that the other pages open at once. */
const AHEAD_FROM_MS = 1_000;
const QUIET_MS = 500;

export const KINDS = ['html', 'script', 'style', 'json', 'font', 'image', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export interface Request {
  url: string;
  kind: Kind;
  encoding: string;
  /** The body as it came over the wire. Headers are left out: 700 bytes each here, and next to nothing over HTTP/2. */
  bytes: number;
  isDone: boolean;
}

/**
 * Every request of a first visit to an address, with an empty cache, until what `shown` selects is there and nothing has
 * been under way for half a second. What the app fetches ahead for other pages is held back; the stream of events does
 * not end and is left out.
 */
export async function requestsOf(browser: Browser, url: string, shown: string): Promise<Request[]> {
  // A worker would fetch the whole app ahead, and answer some of the page's requests itself.
  const { page } = await openPage(browser, url, { ...PHONE, serviceWorkers: 'block' });
  try {
    await page.addInitScript(holdTimersBack, AHEAD_FROM_MS);
    const requests = await watchRequests(await page.context().newCDPSession(page));
    await page.goto(url);
    await page.locator(shown).first().waitFor();
    let quietSince = Date.now();
    const isQuiet = () => {
      if ([...requests.values()].some(({ isDone }) => !isDone)) quietSince = Date.now();
      return Date.now() - quietSince >= QUIET_MS && requests;
    };
    const underWay = () =>
      [...requests.values()].filter(({ isDone }) => !isDone).map((request) => request.url);
    const done = await waitFor(() => `the end of ${underWay().join(', ')}`, isQuiet, STEP_MS);
    return [...done.values()];
  } finally {
    await page.context().close();
  }
}

/** Bytes of the bodies by kind. */
export function bytesByKind(requests: readonly Request[]): Record<Kind, number> {
  const bytes = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const request of requests) bytes[request.kind] += request.bytes;
  return bytes;
}

async function watchRequests(session: CDPSession): Promise<Map<string, Request>> {
  const requests = new Map<string, Request>();
  session.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (!url.startsWith('data:'))
      requests.set(requestId, { url, kind: 'other', encoding: 'identity', bytes: 0, isDone: false });
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const request = requests.get(requestId);
    if (!request) return;
    if (response.mimeType === 'text/event-stream') requests.delete(requestId);
    request.kind = kindOf(response.mimeType);
    // So far only the headers have come.
    request.bytes = -response.encodedDataLength;
    const name = Object.keys(response.headers).find((header) => header.toLowerCase() === 'content-encoding');
    if (name) request.encoding = response.headers[name]!;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.bytes += encodedDataLength;
    request.isDone = true;
  });
  session.on('Network.loadingFailed', ({ requestId }) => requests.delete(requestId));
  // Not heard of is what is sent before.
  await session.send('Network.enable');
  return requests;
}

function kindOf(mimeType: string): Kind {
  if (mimeType === 'text/html') return 'html';
  if (mimeType.endsWith('javascript')) return 'script';
  if (mimeType === 'text/css') return 'style';
  if (mimeType === 'application/json') return 'json';
  if (mimeType.startsWith('font/')) return 'font';
  return mimeType.startsWith('image/') ? 'image' : 'other';
}

/** Runs in the page. */
function holdTimersBack(fromMs: number): void {
  const setTimer = window.setTimeout.bind(window);
  const held = (handler: TimerHandler, ms = 0, ...rest: unknown[]) =>
    ms >= fromMs ? 0 : setTimer(handler, ms, ...rest);
  window.setTimeout = held as typeof setTimeout;
  // RxJS's `timer` counts by intervals.
  const setTicks = window.setInterval.bind(window);
  const heldTicks = (handler: TimerHandler, ms = 0, ...rest: unknown[]) =>
    ms >= fromMs ? 0 : setTicks(handler, ms, ...rest);
  window.setInterval = heldTicks as typeof setInterval;
}
