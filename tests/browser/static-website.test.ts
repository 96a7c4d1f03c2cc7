import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { useWholeGallery } from './whole-gallery.ts';

// Its start builds the web app.
const gallery = useWholeGallery();
const BUILD = join(import.meta.dirname, '../../webapp/dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

let website: Server;
let url: string;
let lost: Set<string>;

beforeAll(async () => {
  website = createServer(async (request, response) => {
    const { status, type, body } = await answerOfBucket(
      new URL(request.url ?? '/', 'http://bucket').pathname,
    );
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
});

beforeEach(() => {
  lost = new Set();
});

afterAll(() => {
  website.close();
});

/** As S3 serves a website: the file, index.html of a folder, or else error.html (403: nobody may list the bucket). */
async function answerOfBucket(path: string) {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  try {
    if (lost.has(name)) throw new Error('no such file');
    const body = await readFile(join(BUILD, name));
    return { status: 200, type: TYPES[extname(name)] ?? 'application/octet-stream', body };
  } catch {
    return { status: 403, type: 'text/html', body: await readFile(join(BUILD, 'error.html')) };
  }
}

test('a link into the app leads to its page, though the bucket has no such file', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto(`${url}/sign-in?from=a-friend`);
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  expect(page.url()).toBe(`${url}/sign-in?from=a-friend`);
});

test('an address that leads nowhere is answered by the app', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto(`${url}/no/such/page`);
  await page.locator('mf-not-found-page').getByRole('link', { name: 'To the films' }).waitFor();
});

test('where the app cannot be had, the page says that nothing is here', async () => {
  lost.add('/index.html');
  const { page } = await gallery.newVisitor();
  await page.goto(`${url}/gallery/1`);
  await page.getByRole('heading', { name: 'Nothing is shown here' }).waitFor();
});

test('without JavaScript the page says that nothing is here, and leads on', async () => {
  const { page } = await gallery.newVisitor({ javaScriptEnabled: false });
  await page.goto(`${url}/gallery/1`);
  await page.getByRole('heading', { name: 'Nothing is shown here' }).waitFor();
  expect(await page.getByRole('link', { name: 'To the films' }).getAttribute('href')).toBe('/');
});
