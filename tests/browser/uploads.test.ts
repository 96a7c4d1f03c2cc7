import { randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { waitFor } from '../waiting/wait-for.ts';
import { STEP_MS } from './chromium-session.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

test('a large upload goes on after a reload without sending again what had arrived', async () => {
  const { page, sent } = await beginLargeUpload(2);
  const arrivedBefore = new Set(sent);
  sent.clear();

  await page.reload();
  await limitUpload(page, -1);
  await uploadRow(page, 'large.tiff').getByText('In your gallery').waitFor({ timeout: 60_000 });
  expect([...sent].filter((part) => arrivedBefore.has(part))).toEqual([]);
  await goToGallery(page);
  expect(await shapeOfThumbnail(tile(page, 'large'))).toBeCloseTo(4000 / 3600, 2);
});

test('photographs dropped on the gallery are uploaded', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  const bytes = (await sharp(photo('canyon-wren.jpg')).resize(800).jpeg().toBuffer()).toString('base64');
  const dropped = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const buffer = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    transfer.items.add(new File([buffer], 'dropped.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, bytes);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await shapeOfThumbnail(tile(page, 'dropped'));
});

test('bytes that are already in the gallery are recognised', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('valley-midnight.jpg')]);
  await uploadRow(page, 'valley-midnight.jpg').getByText('In your gallery').waitFor();
  await page.reload();
  await chooseFiles(page, [photo('valley-midnight.jpg')]);
  await uploadRow(page, 'valley-midnight.jpg').getByText('Already in your gallery').waitFor();
});

test('an upload that is cancelled leaves nothing behind', async () => {
  const { page } = await beginLargeUpload(1);
  await page.getByRole('button', { name: 'Cancel large.tiff' }).click();
  await limitUpload(page, -1);
  await uploadRow(page, 'large.tiff').waitFor({ state: 'detached' });
  await goToGallery(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Your photographs will hang here' }).waitFor();
});

test.each([
  ['a text file', 'notes.jpg', Buffer.from('Dear diary, this is no picture.\n'), /not an image.*plain text/],
  ['a web page', 'page.png', Buffer.from('<!doctype html><title>x</title>'), /not an image.*a web page/],
  ['an empty file', 'empty.jpg', Buffer.alloc(0), /is empty/],
  ['a broken JPEG', 'broken.jpg', Buffer.from('ffd8ffe000104a464946000101', 'hex'), /JPEG/],
])('%s under an image name is explained in the page', async (_, name, buffer, sentence) => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [{ name, mimeType: 'image/jpeg', buffer }]);
  await uploadRow(page, name).locator('.status').getByText(sentence).waitFor();
});

test('a file of a type that is not taken is refused before anything is sent', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url());
  });
  await chooseFiles(page, [
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
  ]);
  await uploadRow(page, 'drawing.svg')
    .getByText(/JPEG, PNG/)
    .waitFor();
  expect(asked).toEqual([]);
});

/**
 * A new member's upload of `large.tiff`, under way.
 *
 * @returns once so many of its parts have arrived; `sent` goes on collecting them
 */
async function beginLargeUpload(parts: number): Promise<{ page: Page; sent: Set<string> }> {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  const sent = partsThatArrive(page);
  await limitUpload(page, 4_000_000);
  await chooseFiles(page, [await makeLargeTiff()]);
  await waitFor(`${parts} parts`, () => sent.size >= parts, STEP_MS);
  return { page, sent };
}

/** Noise does not compress, so the file has the size of its pixels: 43 MB, in six parts. Goes with the data folder. */
async function makeLargeTiff(): Promise<string> {
  const [width, height] = [4000, 3600];
  const noise = randomFillSync(Buffer.allocUnsafe(width * height * 3));
  const file = path.join(path.dirname(gallery.dataFolder), 'large.tiff');
  await writeFile(
    file,
    await sharp(noise, { raw: { width, height, channels: 3 } })
      .tiff({ compression: 'none' })
      .toBuffer(),
  );
  return file;
}

/** The numbers of the parts whose PUT was answered with success, as they come in. */
function partsThatArrive(page: Page): Set<string> {
  const parts = new Set<string>();
  page.on('response', (response) => {
    const part = new URL(response.url()).searchParams.get('partNumber');
    if (part !== null && response.request().method() === 'PUT' && response.ok()) parts.add(part);
  });
  return parts;
}

/** @param bytesPerSecond -1 takes the limit away */
async function limitUpload(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}
