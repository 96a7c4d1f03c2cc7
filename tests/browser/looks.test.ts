import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { START_WITH_SAMPLES } from '../start/gallery-process.ts';
import { signUp } from './deeds.ts';
import { type Content, makeContent } from './looks/content.ts';
import { DEVICES, type Device, type Size, THEMES, type Theme } from './looks/devices.ts';
import { differenceBetween } from './looks/difference.ts';
import { faultOf, IS_ACCEPTING } from './looks/judge.ts';
import { forget, listKept, pictureName, pictureNames, readKept } from './looks/kept-pictures.ts';
import { LOOKS } from './looks/looks.ts';
import { enterAs } from './looks/member.ts';
import { showIn, takePicture } from './looks/take-picture.ts';
import { useWholeGallery } from './whole-gallery.ts';

const HOW_TO_ACCEPT = 'What is meant to look so is accepted with: npm run accept-looks';
const MAKE_MS = 90_000;

const gallery = useWholeGallery(START_WITH_SAMPLES);
let content: Content;

beforeAll(async () => {
  const { page } = await gallery.newVisitor();
  content = await makeContent(page.request, gallery.dataFolder);
}, MAKE_MS);

/** Runs with a page of a device that has come to a look. */
async function withLook(name: string, device: Device, run: (page: Page) => Promise<void>): Promise<void> {
  const look = LOOKS[name]!;
  const [{ width, height }] = device.sizes;
  const { page } = await gallery.newVisitor({
    ...device.options,
    viewport: { width, height },
    colorScheme: THEMES[0],
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  if (look.as === 'newcomer') await signUp(page);
  if (look.as === 'member' || look.as === 'admin') await enterAs(page, content[look.as]);
  await look.reach(page, content);
  await run(page);
  await page.context().close();
}

/** Runs for every size and theme of a look, with a page that has come to it; the devices side by side. */
async function inEveryWindow(
  name: string,
  run: (page: Page, size: Size, theme: Theme) => Promise<void>,
): Promise<void> {
  await Promise.all(
    DEVICES.map((device) =>
      withLook(name, device, async (page) => {
        for (const size of device.sizes) for (const theme of THEMES) await run(page, size, theme);
      }),
    ),
  );
}

test.each(Object.keys(LOOKS))('%s looks as it is kept, at every width and in both themes', async (name) => {
  const faults: string[] = [];
  await inEveryWindow(name, async (page, size, theme) => {
    const fault = await faultOf(page, name, size, theme);
    if (fault !== undefined) faults.push(fault);
  });
  if (faults.length > 0) throw new Error([...faults, HOW_TO_ACCEPT].join('\n'));
});

test('no picture is kept of what nobody looks at', async () => {
  const expected = pictureNames(Object.keys(LOOKS));
  const extra = (await listKept()).filter((name) => !expected.includes(name));
  if (IS_ACCEPTING) await Promise.all(extra.map(forget));
  else expect(extra).toEqual([]);
});

/** Changes that a reviewer would want to see, each as small as such changes are. */
const CHANGES = {
  'another accent': 'html { --mat-sys-primary: light-dark(#8a4a00, #f5a742) }',
  'a button that is hidden': 'form button { visibility: hidden }',
  'a heading 2 px larger': 'h1 { font-size: 30px }',
  'words 2 px larger': '.actions .quiet { font-size: 18px }',
  'a shift by 4 px': 'main { transform: translateX(4px) }',
  'a line that is gone': 'form .quiet { display: none }',
};

test('what a reviewer would want to see is noticed at every width and in both themes', async () => {
  const unnoticed: string[] = [];
  await inEveryWindow('sign-in', async (page, size, theme) => {
    expect(await faultOf(page, 'sign-in', size, theme)).toBeUndefined();
    const name = pictureName('sign-in', size, theme);
    const kept = (await readKept(name))!;
    for (const [change, styles] of Object.entries(CHANGES)) {
      await setStyles(page, styles);
      await showIn(page, size, theme);
      const difference = await differenceBetween(kept, await takePicture(page, size));
      if (difference === undefined) unnoticed.push(`${change} in ${name}`);
    }
    await setStyles(page, '');
  });
  expect(unnoticed).toEqual([]);
});

/** The page's content security policy lets no style element in. */
async function setStyles(page: Page, styles: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, styles);
}
