import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { waitFor } from '../waiting/wait-for.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

/** A member whose browser keeps the app, as it does from the second page on. */
async function newKeeper() {
  const visitor = await gallery.newVisitor({ serviceWorkers: 'allow' });
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

  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('You are offline.').waitFor();
  expect(await shapeOfThumbnail(tile(page, 'canyon-wren'))).toBeGreaterThan(1);
  await page.goto('/upload');
  await page.getByRole('heading', { name: /Drop photographs anywhere|Bring your photographs/ }).waitFor();
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
