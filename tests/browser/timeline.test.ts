import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { signUp, tile } from './deeds.ts';
import { insertManyImages, serveManyPictures } from './many-images.ts';
import { fingerOn } from './touch.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const COUNT = 4000;
const YEARS = { from: '2006-01-01', to: '2026-11-01' };
const VIEWPORT = { width: 2560, height: 800 };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
/** Three windows of pictures with all that is around them; 4000 images would have some 40,000. */
const MOST_ELEMENTS = 1500;
const NOTCH_PX = 700;
/** More than the page holds. */
const FAR = 1200;

/** A member's gallery page, with thousands of images of twenty years. */
async function openLargeGallery(options: BrowserContextOptions = { viewport: VIEWPORT }) {
  const visitor = await gallery.newVisitor(options);
  const { page } = visitor;
  const email = await signUp(page);
  await insertManyImages(gallery.dataFolder, email, { count: COUNT, ...YEARS });
  await serveManyPictures(page);
  await page.reload();
  await tile(page, `Photograph ${COUNT}`).waitFor();
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  return visitor;
}

interface Sight {
  /** Numbers of the photographs that are drawn, in their order on the page. */
  numbers: number[];
  /** The one in the middle of the window, and its place from the window's top. */
  middle: number;
  middleTop: number;
  elements: number;
}

/** Looks at the page as soon as the middle of the window is drawn. */
async function look(page: Page): Promise<Sight> {
  const sight = await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>('a[data-image-id]')]
      .map((element) => {
        const { top, left, bottom } = element.getBoundingClientRect();
        return { number: Number.parseInt(element.dataset['imageId']!.slice(-12), 16), top, left, bottom };
      })
      .sort((one, other) => one.top - other.top || one.left - other.left);
    const middle = tiles.find(({ bottom }) => bottom > innerHeight / 2);
    return (
      middle && {
        numbers: tiles.map(({ number }) => number),
        middle: middle.number,
        middleTop: middle.top,
        elements: document.querySelectorAll('*').length,
      }
    );
  });
  return sight.jsonValue() as Promise<Sight>;
}

/** Turns the wheel by a notch, and waits until what was in the middle has moved by just that. */
async function turnWheel(page: Page, { middle, middleTop }: Sight, pixels: number): Promise<Sight> {
  const hasRoom = (notch: number) =>
    scrollY + notch >= 0 && scrollY + innerHeight + notch <= document.documentElement.scrollHeight;
  await page.waitForFunction(hasRoom, pixels);
  await page.mouse.wheel(0, pixels);
  await waitUntilAt(page, middle, middleTop - pixels);
  return look(page);
}

/** Waits until a photograph is at a place from the window's top. */
async function waitUntilAt(page: Page, number: number, top: number): Promise<void> {
  const isAt = ({ id, top }: { id: string; top: number }) => {
    const element = document.querySelector(`a[data-image-id$="${id}"]`);
    return element && Math.abs(element.getBoundingClientRect().top - top) < 2;
  };
  await page.waitForFunction(isAt, { id: number.toString(16).padStart(12, '0'), top });
}

/** Turns the wheel until a photograph is drawn. Returns all that was seen on the way. */
async function turnWheelTo(page: Page, number: number, pixels: number): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let sight = await look(page); ; sight = await turnWheel(page, sight, pixels)) {
    for (const one of sight.numbers) seen.add(one);
    expect(new Set(sight.numbers).size).toBe(sight.numbers.length);
    expect(sight.numbers).toEqual(sight.numbers.toSorted((a, b) => b - a));
    expect(sight.elements).toBeLessThan(MOST_ELEMENTS);
    if (seen.has(number)) return seen;
  }
}

const numbersBetween = (high: number, low: number) =>
  Array.from({ length: high - low + 1 }, (_, index) => high - index);

test('the wheel moves by itself alone, over each photograph once, down and back up beyond what is held', async () => {
  const { page, errors } = await openLargeGallery();
  const down = await turnWheelTo(page, COUNT - FAR, NOTCH_PX);
  expect([...down].sort((a, b) => b - a).slice(0, FAR + 1)).toEqual(numbersBetween(COUNT, COUNT - FAR));
  const up = await turnWheelTo(page, COUNT, -NOTCH_PX);
  for (const number of numbersBetween(COUNT, COUNT - FAR)) expect(up).toContain(number);
  expect(errors).toEqual([]);
});

test('the scrubber leads to any year by keyboard, and from there the page goes on both ways', async () => {
  const { page, errors } = await openLargeGallery();
  const slider = page.getByRole('slider', { name: 'When the photographs were taken' });
  await slider.focus();
  for (let year = 0; year < 10; year++) await page.keyboard.press('PageDown');
  await slider.and(page.locator('[aria-valuetext="December 2016"]')).waitFor();
  await page.getByRole('heading', { name: 'December 2016' }).waitFor();
  await tile(page, 'Photograph').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  const { middle } = await look(page);
  const yearsBack = (COUNT - middle) / (COUNT / 20.83);
  expect(Math.abs(2026.83 - yearsBack - 2016.95)).toBeLessThan(0.1);
  const above = await turnWheelTo(page, middle + 150, -NOTCH_PX);
  const below = await turnWheelTo(page, middle - 150, NOTCH_PX);
  for (const number of numbersBetween(middle + 150, middle - 150))
    expect([...above, ...below]).toContain(number);
  expect(errors).toEqual([]);
});

test('a finger drags the scrubber through the years, and beside it scrolls the page', async () => {
  const { page, errors } = await openLargeGallery(PHONE);
  const slider = page.getByRole('slider', { name: 'When the photographs were taken' });
  const { x, y, width, height } = (await slider.boundingBox())!;
  const thumb = { x: x + width / 2, y: y + height / 2 };
  const track = (await page.locator('mf-year-scrubber .track').boundingBox())!;
  const finger = await fingerOn(page);
  await finger.press(thumb);
  await finger.drag({ x: thumb.x, y: track.y + track.height / 2 });
  // Half of the way from November 2026 to January 2006.
  await slider.and(page.locator('[aria-valuetext="June 2016"]')).waitFor();
  expect(await page.locator('mf-year-scrubber .bubble').textContent()).toBe('June 2016');
  await page.locator('mf-year-scrubber .bubble').waitFor();
  await finger.drag({ x: thumb.x - 100, y: track.y + track.height / 4 });
  await finger.lift();
  await slider.and(page.locator('[aria-valuetext="September 2021"]')).waitFor();
  await page.getByRole('heading', { name: 'September 2021' }).waitFor();
  await page.locator('mf-year-scrubber .bubble').waitFor({ state: 'hidden' });

  // Where the thumb is not, the pictures are, and the page moves with the finger.
  const { middle, middleTop } = await look(page);
  const beside = { x: thumb.x, y: track.y + track.height - 80 };
  await finger.press(beside);
  await finger.drag({ x: beside.x, y: beside.y - 200 });
  await finger.lift();
  await page.waitForFunction(
    ({ id, top }) =>
      document.querySelector(`a[data-image-id$="${id}"]`)!.getBoundingClientRect().top < top - 100,
    { id: middle.toString(16).padStart(12, '0'), top: middleTop },
  );
  expect(errors).toEqual([]);
});

test('Back leads to where the visitor was, far from where the gallery begins', async () => {
  const { page, errors } = await openLargeGallery();
  await page.getByRole('slider', { name: 'When the photographs were taken' }).focus();
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: 'December 2025' }).waitFor();
  const before = await turnWheel(page, await look(page), NOTCH_PX);
  // Not by the mouse: Chromium scrolls a page whose sticky bar gets the focus.
  await page.getByRole('link', { name: 'Films', exact: true }).first().dispatchEvent('click');
  await page.getByRole('heading', { name: 'Films', exact: true }).waitFor();
  const refreshed = page.waitForResponse(/\/api\/images\?.*cursor=/);
  await page.goBack();
  await waitUntilAt(page, before.middle, before.middleTop);
  await refreshed;
  await waitUntilAt(page, before.middle, before.middleTop);
  // By its link, the gallery begins where it begins.
  await page.getByRole('link', { name: 'Films', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Films', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Gallery', exact: true }).first().click();
  await tile(page, `Photograph ${COUNT}`).waitFor();
  expect(errors).toEqual([]);
});

test('what was picked stays picked beyond what is held, and Home and End lead over all of it', async () => {
  const { page } = await openLargeGallery();
  await page.getByRole('checkbox', { name: `Select Photograph ${COUNT}`, exact: true }).click();
  await page.getByRole('toolbar', { name: 'Selected images' }).waitFor();
  await page.keyboard.press('End');
  await tile(page, /^Photograph 1$/).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Photograph 1');
  await page.getByRole('toolbar', { name: 'Selected images' }).getByText('1').waitFor();
  await page.keyboard.press('Home');
  await page.waitForFunction(
    (label) => document.activeElement?.getAttribute('aria-label') === label,
    `Photograph ${COUNT}, selected`,
  );
});

test('the viewer walks beyond what the page holds, and the page follows when it closes', async () => {
  const { page, errors } = await openLargeGallery();
  await tile(page, `Photograph ${COUNT}`).focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Photograph 1');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor();
  const name = page.locator('.controls .name');
  for (let number = 2; number <= 130; number++) {
    await page.keyboard.press('ArrowLeft');
    await name.filter({ hasText: new RegExp(`^Photograph ${number}$`) }).waitFor();
  }
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Photograph 130');
  expect(errors).toEqual([]);
});
