import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { waitFor } from '../waiting/wait-for.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

/** A member whose browser keeps the app, as it does from the second page on. */
async function newKeeper(options: BrowserContextOptions = {}) {
  const visitor = await gallery.newVisitor({ serviceWorkers: 'allow', ...options });
  await signUp(visitor.page);
  await visitor.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return visitor;
}

/** The addresses of all that the service worker keeps of visits. */
function visitedAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const visited = await Promise.all(
      ['visited-answers', 'visited-pictures'].map(async (name) => (await caches.open(name)).keys()),
    );
    return visited.flat().map(({ url }) => url);
  });
}

async function keptPictures(page: Page): Promise<string[]> {
  return (await visitedAddresses(page)).filter((address) => address.includes('/renditions/'));
}

/** Pictures are kept when no more come for a while. */
async function waitForKeptPicture(page: Page): Promise<void> {
  await waitFor('a picture to be kept', async () => (await keptPictures(page)).length > 0);
}

test('the app can be installed once it is kept', async () => {
  const { page } = await newKeeper();
  await page.locator('link[rel="manifest"]').waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'movieFlix', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's browser keeps nothing when it is closed, which is the one thing that Chromium has against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('without a connection the app opens, with the images that were visited', async () => {
  const { page } = await newKeeper();
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await page.reload();
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await tile(page, 'canyon-wren').click();
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor();
  await page.goBack();
  await waitForKeptPicture(page);

  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('You are offline.').waitFor();
  expect(await shapeOfThumbnail(tile(page, 'canyon-wren'))).toBeGreaterThan(1);
  await page.goto('/upload');
  await page.getByRole('heading', { name: /Drop photographs anywhere|Bring your photographs/ }).waitFor();
});

test('without a connection a picture is shown large too, from the small one that was seen', async () => {
  const { page } = await newKeeper({ viewport: { width: 360, height: 740 } });
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await page.reload();
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await waitForKeptPicture(page);
  expect(await keptPictures(page)).toEqual([expect.stringMatching(/\/320\.webp$/)]);

  await page.context().setOffline(true);
  await page.setViewportSize({ width: 2560, height: 1440 });
  await page.reload();
  const picture = tile(page, 'canyon-wren').locator('img.loaded');
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/\/(640|1280)\.webp/);
});

test('an upload that begins without a connection goes on when there is one, also after a reload', async () => {
  const { page } = await newKeeper();
  await page.goto('/upload');
  await page.context().setOffline(true);
  await page.getByLabel('Photographs', { exact: true }).setInputFiles([photo('valley-midnight.jpg')]);
  await uploadRow(page, 'valley-midnight.jpg').waitFor();
  await page.reload();
  await uploadRow(page, 'valley-midnight.jpg').waitFor();
  await page.context().setOffline(false);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  expect(await page.getByText('You are offline.').count()).toBe(0);
});

test('signing out takes along what the browser kept of the visit', async () => {
  const { page } = await newKeeper();
  await chooseFiles(page, [photo('extreme-desert-hike.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'extreme-desert-hike'));
  await page.reload();
  await shapeOfThumbnail(tile(page, 'extreme-desert-hike'));
  await waitForKeptPicture(page);
  const visited = await visitedAddresses(page);
  expect(visited).toContainEqual(expect.stringMatching(/\/api\/images\?/));
  expect(visited).toContainEqual(expect.stringMatching(/\/renditions\/[^?]+$/));

  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await waitFor('the member to be forgotten', async () => {
    const left = await visitedAddresses(page);
    return !visited.some((address) => left.includes(address));
  });
});

test('who signs out at once leaves nothing of the pictures that were about to be kept', async () => {
  const { page } = await newKeeper();
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  // Its code is there then, so that signing out takes less time than the worker waits.
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.keyboard.press('Escape');
  await goToGallery(page);
  await tile(page, 'canyon-wren').locator('img.loaded').waitFor();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();

  await signUp(page);
  await chooseFiles(page, [photo('valley-midnight.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  await waitForKeptPicture(page);
  const owned = await tile(page, 'valley-midnight').getAttribute('data-image-id');
  const pictures = await keptPictures(page);
  expect(pictures.filter((address) => !address.includes(`/${owned}/`))).toEqual([]);
});

test('of more pictures than are kept the oldest go', async () => {
  const { page } = await newKeeper();
  const oldest = await page.evaluate(async () => {
    const pictures = await caches.open('visited-pictures');
    const addresses = Array.from({ length: 1000 }, (_, n) => `${location.origin}/renditions/${n}/320.webp`);
    for (const address of addresses) await pictures.put(address, new Response('a picture'));
    return addresses;
  });
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  const kept = await waitFor('the oldest pictures to go', async () => {
    const pictures = await keptPictures(page);
    return pictures.length === 1000 && pictures[0] !== oldest[0] && pictures;
  });
  const stayed = kept.filter((address) => oldest.includes(address));
  expect(stayed.length).toBeGreaterThan(990);
  expect(stayed).toEqual(oldest.slice(-stayed.length));
});

test('a picture whose bytes end early, as the connection goes, is not kept and takes no others along', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto('/');
  const { outputFiles } = await build({
    entryPoints: ['webapp/service-worker/kept-pictures.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kept',
  });
  await page.evaluate(`${outputFiles[0]!.text}; globalThis.kept = new kept.KeptPictures();`);
  await page.evaluate(async () => {
    const { kept } = globalThis as unknown as {
      kept: Record<'keep', (a: string, p: Response) => Promise<void>>;
    };
    const cut = new ReadableStream({ pull: (body) => body.error(new TypeError('network error')) });
    await kept.keep('http://bucket/renditions/1/320.webp', new Response('whole'));
    await Promise.all([
      kept.keep('http://bucket/renditions/2/320.webp', new Response(cut)),
      kept.keep('http://bucket/renditions/3/320.webp', new Response('whole')),
    ]);
  });
  expect(await visitedAddresses(page)).toEqual([
    'http://bucket/renditions/1/320.webp',
    'http://bucket/renditions/3/320.webp',
  ]);
});
