import type { Browser, CDPSession, Page, Response } from 'playwright-core';
import { ensureChromium } from '../../browser/chromium.ts';
import { launchChromium, openPage } from '../../browser/chromium-session.ts';
import { newEmail, signUp } from '../../browser/deeds.ts';
import { insertManyImages } from '../../browser/many-images.ts';
import { newDataFolder, removeDataFolder, START_EMPTY, startGallery } from '../../start/gallery-process.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Figures } from '../bench.ts';
import { median } from '../statistics.ts';
import { watchFrames } from './frames.ts';
import { storeManyPictures } from './store-many-pictures.ts';

export const about = `The gallery's page with 100 and with 100,000 images of 20 years in Chromium: the time to the first
thumbnail, with an empty cache and in turns, the median of five; elements of the document, the most of all; memory of
scripts after forced collections, at first, after scrolling over 20,000 images and after 50 jumps; frames. "Work" is the
longest that the page worked at one stretch in the processor's time, which other work on the machine does not lengthen.
The images have rows and thumbnails, of which one file a shape and width is shared by all. Takes some five minutes.`;

const COUNTS = [100, 100_000];
const VIEWPORT = { width: 1440, height: 900 };
const YEARS = { from: '2006-01-01', to: '2026-11-01' };
const FIRST_SCREENS = 5;
const SCROLLED_IMAGES = 20_000;
const JUMPS = 50;
const WHEEL_PX = 500;
const FEWEST_NOTCHES = 30;
const MEASURE_MS = 600_000;
const PAGE_IMAGES = 100;
const PART_IMAGES = 1000;
const PICTURE = 'mf-picture img.loaded';

export async function measure(): Promise<Figures> {
  await ensureChromium();
  const dataFolder = newDataFolder();
  const accounts = COUNTS.map((count) => ({ email: newEmail(), count }));
  await storeManyPictures(dataFolder, accounts);
  const gallery = startGallery(dataFolder, {}, START_EMPTY);
  const browser = await launchChromium();
  try {
    const url = await gallery.ready();
    const members: Member[] = [];
    for (const account of accounts) members.push(await newMember(browser, url, dataFolder, account));
    // In turns, so that other work on the machine weighs on all alike.
    for (let time = 0; time < FIRST_SCREENS; time++)
      for (const member of members) member.firstScreensMs.push(await timeFirstScreen(member));
    const figures: Figures = {};
    for (const member of members) figures[`with${member.count}`] = await measureMember(browser, member);
    return figures;
  } finally {
    await browser.close();
    gallery.child.kill('SIGTERM');
    await gallery.ended;
    await removeDataFolder(dataFolder);
  }
}

interface Member {
  count: number;
  page: Page;
  session: CDPSession;
  firstScreensMs: number[];
}

async function newMember(
  browser: Browser,
  url: string,
  dataFolder: string,
  { email, count }: { email: string; count: number },
): Promise<Member> {
  // With the service worker, as every visitor has it from the second page on: it takes its part of the processor.
  const options = { viewport: VIEWPORT, reducedMotion: 'no-preference', serviceWorkers: 'allow' } as const;
  const { page } = await openPage(browser, url, options);
  await signUp(page, email);
  await insertManyImages(dataFolder, email, { count, ...YEARS });
  await waitForServiceWorker(page);
  return { count, page, session: await page.context().newCDPSession(page), firstScreensMs: [] };
}

async function measureMember(
  browser: Browser,
  { count, page, session, firstScreensMs }: Member,
): Promise<Figures> {
  await page.bringToFront();
  await page.goto('/gallery');
  await waitForServiceWorker(page);
  await page.locator(PICTURE).first().waitFor();
  const elements = { most: 0 };
  const atStart = await heapMegabytes(page, session);
  // The first page is there before.
  const scrolled = Math.min(SCROLLED_IMAGES, count - PAGE_IMAGES);
  const parts = Math.max(1, Math.floor(scrolled / PART_IMAGES));
  const scrolling = await watchFrames(browser, page, parts, () =>
    scrollOver(page, Math.min(PART_IMAGES, scrolled), elements),
  );
  const afterScrolling = await heapMegabytes(page, session);
  const jumping = await watchFrames(browser, page, JUMPS, (part) => jump(page, part, elements));
  const afterJumps = await heapMegabytes(page, session);
  await page.context().close();
  return {
    firstThumbnailMs: median(firstScreensMs),
    mostElements: elements.most,
    heapMegabytes: { atStart, afterScrolling, afterJumps },
    scrolling: { ...scrolling },
    jumping: { ...jumping },
  };
}

async function timeFirstScreen({ page, session }: Member): Promise<number> {
  await page.bringToFront();
  // As at a first visit, which has neither of them.
  await session.send('Network.clearBrowserCache');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto('about:blank');
  await page.goto('/gallery', { waitUntil: 'commit' });
  const painted = await page.waitForFunction((selector) => {
    const isShown = [...document.querySelectorAll<HTMLImageElement>(selector)].some(
      ({ naturalWidth }) => naturalWidth > 0,
    );
    return isShown && performance.now();
  }, PICTURE);
  await session.send('Network.setBypassServiceWorker', { bypass: false });
  return (await painted.jsonValue()) as number;
}

async function waitForServiceWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Turns the wheel, a notch a frame, until so many more images have been brought. */
async function scrollOver(page: Page, count: number, elements: { most: number }): Promise<void> {
  let pages = 0;
  const countPage = (response: Response) => {
    if (/\/api\/images\?/.test(response.url())) pages += 1;
  };
  page.on('response', countPage);
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  const end = Date.now() + MEASURE_MS;
  for (let notches = 0; notches < FEWEST_NOTCHES || pages < count / PAGE_IMAGES; notches++) {
    if (Date.now() > end) throw new Error(`only ${pages} pages of ${count} images came`);
    await page.mouse.wheel(0, WHEEL_PX);
    await countElements(page, elements);
  }
  page.off('response', countPage);
}

/** Goes to a place somewhere in all the years with the scrubber, and looks at it until all its pictures are there. */
async function jump(page: Page, number: number, elements: { most: number }): Promise<void> {
  const track = await page.locator('mf-year-scrubber .track').boundingBox();
  if (track === null) throw new Error('expected a scrubber to jump with');
  const answered = page.waitForResponse(/\/api\/images\?/);
  const place = ((number * 37) % JUMPS) / JUMPS;
  await page.mouse.click(track.x + track.width / 2, track.y + place * track.height);
  await answered;
  await countElements(page, elements);
  await page.locator(PICTURE).first().waitFor();
  await countElements(page, elements);
  await waitForPictures(page);
  await countElements(page, elements);
}

async function countElements(page: Page, elements: { most: number }): Promise<void> {
  const now = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => resolve(document.querySelectorAll('*').length)),
      ),
  );
  elements.most = Math.max(elements.most, now);
}

async function heapMegabytes(page: Page, session: CDPSession): Promise<number> {
  await waitForPictures(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** Waits until what is in sight is drawn down to the window's end, and has its pictures. */
async function waitForPictures(page: Page): Promise<void> {
  const areThere = () =>
    page.evaluate(() => {
      const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
      const drawn = Math.max(...[...document.querySelectorAll('mf-gallery-tile')].map(bottomOf));
      const toDraw = Math.min(window.innerHeight, bottomOf(document.querySelector('mf-justified-grid')!));
      const pictures = [...document.querySelectorAll('mf-picture img')];
      return drawn >= toDraw - 1 && pictures.every(({ classList }) => classList.contains('loaded'));
    });
  await waitFor('all thumbnails to be there', areThere, MEASURE_MS);
}
