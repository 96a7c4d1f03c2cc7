import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let folder: string;
let gallery: Gallery;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'movieflix-webapp-'));
  const webapp = join(folder, 'browser');
  await mkdir(webapp);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(webapp, 'index.html'), '<!doctype html><title>movieFlix</title>');
  await writeFile(join(webapp, 'config.json'), '{"apiUrl":"/api"}');
  await writeFile(join(webapp, 'worker-ABCD1234.js'), 'onmessage = () => 1');
  await writeFile(join(webapp, 'main-ABCD1234.js'), 'console.log(1)');
  await writeFile(join(webapp, 'main-ABCD1234.js.gz'), gzipSync('console.log(1)'));
  await writeFile(join(webapp, 'main-ABCD1234.js.br'), brotliCompressSync('console.log(1)'));
  gallery = await startGallery({ config: { webappDir: webapp } });
});
afterAll(async () => {
  await gallery.close();
  await rm(folder, { recursive: true });
});

const page = { accept: 'text/html,application/xhtml+xml' };

function get(url: string, headers: Record<string, string> = {}) {
  return gallery.server.inject({ url, headers });
}

test.each(['/', '/gallery', '/images/123/edit'])(
  '%s is answered with the page of the web app',
  async (url) => {
    const answer = await get(url, page);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(answer.payload).toContain('<title>movieFlix</title>');
  },
);

test('the page may run only its own scripts and load pictures only from the bucket', async () => {
  const policy = String((await get('/', page)).headers['content-security-policy']);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain(`img-src 'self' ${gallery.cloud.endpoint} blob: data:`);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('the page has the browser connect to the bucket of the pictures meanwhile', async () => {
  expect((await get('/', page)).headers['link']).toBe(`<${gallery.cloud.endpoint}>; rel=preconnect`);
});

test('a worker has the policy of the page, and other scripts run under that of the page that loads them', async () => {
  const page = (await get('/', { accept: 'text/html' })).headers['content-security-policy'];
  expect((await get('/worker-ABCD1234.js')).headers['content-security-policy']).toBe(page);
  expect((await get('/main-ABCD1234.js')).headers['content-security-policy']).toContain("default-src 'none'");
});

test('files with a hash in their name are kept for ever, others are asked for again', async () => {
  const script = await get('/main-ABCD1234.js');
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await get('/config.json')).headers['cache-control']).toBe('no-cache');
});

test.each([
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
  ['gzip', 'br;q=0, gzip', gunzipSync],
  [undefined, 'identity', Buffer.from],
])(
  'a file is sent as it was compressed beforehand: %s to whoever takes %s',
  async (encoding, accepted, unpack) => {
    const { headers, rawPayload } = await get('/main-ABCD1234.js', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(rawPayload).toString()).toBe('console.log(1)');
    // What a cache in between keeps is only for who asks alike.
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-type']).toContain('javascript');
  },
);

test.each([
  ['a script that is gone', '/main-OLDOLD12.js', {}],
  ['an address of the API', '/api/nothing', page],
  ['a file outside its folder', '/../secret.txt', {}],
  ['a file outside its folder, disguised', '/%2e%2e/secret.txt', {}],
  ['a file outside its folder, disguised twice', '/..%2fsecret.txt', {}],
  ['a name with U+0000', '/a%00b', {}],
])('%s is not there', async (_name, url, headers) => {
  const answer = await get(url, headers);
  expect(answer.payload).not.toContain('secret"');
  expect([400, 404]).toContain(answer.statusCode);
});
