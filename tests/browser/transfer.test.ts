import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitFor } from '../waiting/wait-for.ts';
import { addFilms } from './catalogue.ts';
import { launchChromium } from './chromium-session.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { bytesByKind, PICTURE, requestsOf } from './transfer.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();
/** All but pictures and fonts. */
const MOST_BYTES = 100_000;
const MOST_FONT_BYTES = 70_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('a first visit to a gallery with a picture stays within 100 kB, sent with brotli', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await uploadRow(page, 'canyon-wren.jpg').getByText('In your gallery').waitFor();
  await goToGallery(page);
  await tile(page, 'canyon-wren').click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();

  const requests = await requestsOf(browser, new URL('/gallery', page.url()).href, PICTURE);
  const { html, script, style, json, font, image } = bytesByKind(requests);
  expect(image).toBeGreaterThan(0);
  expect(html + script + style + json).toBeLessThanOrEqual(MOST_BYTES);
  expect(font).toBeLessThanOrEqual(MOST_FONT_BYTES);
  const code = requests.filter(({ kind }) => ['html', 'script', 'style'].includes(kind));
  expect(code.length).toBeGreaterThanOrEqual(4);
  expect(code.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
});

test('scripts and pages are the same with brotli, with gzip and plain', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto('/gallery');
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  for (const name of ['/', ...scripts]) {
    const address = new URL(name, page.url());
    const plain = await fetchAs(address, 'identity');
    const gzip = await fetchAs(address, 'gzip');
    const brotli = await fetchAs(address, 'gzip, deflate, br');
    expect([plain.encoding, gzip.encoding, brotli.encoding]).toEqual([null, 'gzip', 'br']);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
  }
});

test('the first data of a page is asked for once, and not only when its code has come', async () => {
  const { page } = await gallery.newVisitor();
  const film = { title: 'Nosferatu', year: 1922, directors: ['F. W. Murnau'] };
  const [address = ''] = await addFilms(page.request, [film]);
  const pages = [
    { path: '/films', code: 'films-page', data: ['/api/movies'] },
    { path: address, code: 'film-page', data: [`/api/movies/${address.split('/').at(-1)}`, '/api/images'] },
    { path: '/gallery', code: 'gallery-page', data: ['/api/images', '/api/images/years'] },
  ];
  for (const { path, code, data } of pages) {
    const { page } = await gallery.newVisitor({ serviceWorkers: 'block' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.route(`**/${code}-*.js`, async (route) => {
      await waitFor(`${data} to be asked for`, () => data.every((name) => asked.includes(name)));
      await route.continue();
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(asked.filter((name) => data.includes(name)).sort()).toEqual([...data].sort());
  }
});

test("the gallery's first thumbnails are asked for once, and not only when the app has come", async () => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    const { page } = await gallery.newVisitor({ serviceWorkers: 'block', viewport });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(...(request.url().match(/[^/]+\/\d+\.webp/g) ?? [])));
    await page.route('**/shell-*.js', async (route) => {
      await waitFor('a thumbnail to be asked for', () => asked.length > 0);
      await route.continue();
    });
    await page.goto('/gallery');
    await shapeOfThumbnail(tile(page, 'canyon-wren'));
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked).toHaveLength(1);
  }
});

/** The answer as it came over the wire; `fetch` would unpack it. */
function fetchAs(address: URL, accepted: string): Promise<{ encoding: string | null; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/html,*/*', 'accept-encoding': accepted };
    const asked = get(address, { headers }, (answer) => {
      buffer(answer).then(
        (body) => resolve({ encoding: answer.headers['content-encoding'] ?? null, body }),
        reject,
      );
    });
    asked.on('error', reject);
  });
}
