import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { waitFor } from '../waiting/wait-for.ts';
import { type MemberCaller, PASSWORD, signUp } from './gallery/caller.ts';
import { runImporter } from './gallery/run-importer.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const PHOTOS = join(import.meta.dirname, '../fixtures/photos');

let gallery: Gallery;
let member: MemberCaller;
let folder: string;

beforeAll(async () => {
  gallery = await startGallery({ resizes: true, works: true });
  await gallery.server.start();
});
beforeEach(async () => {
  member = await signUp(gallery.server);
  folder = await mkdtemp(join(tmpdir(), 'movieflix-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => gallery.close());

function importFolder(credentials: Record<string, string> = { MOVIEFLIX_TOKEN: member.token }) {
  return runImporter([folder, '--url', gallery.server.info.uri], credentials);
}

async function ownImages() {
  return (await member.call('GET', '/api/images?owner=me&limit=200')).body.items;
}

/** A picture that does not compress, so that it goes in parts: 75 MB. */
function writeNoise(path: string): Promise<unknown> {
  const noise = randomBytes(5000 * 5000 * 3);
  return sharp(noise, { raw: { width: 5000, height: 5000, channels: 3 } })
    .tiff({ compression: 'none' })
    .toFile(path);
}

test('a folder of real photographs is brought in, and a second run finds them there', async () => {
  await mkdir(join(folder, 'trip'));
  for (const name of ['casa-mila-rotated.jpg', 'high-trestle-trail.heic']) {
    await copyFile(join(PHOTOS, name), join(folder, 'trip', name));
  }
  await writeFile(join(folder, 'notes.txt'), 'text');
  const first = await importFolder({ MOVIEFLIX_EMAIL: member.email, MOVIEFLIX_PASSWORD: PASSWORD }).ended;
  expect(first).toMatchObject({ code: 0, complained: '' });
  expect(first.printed).toContain('2 added, 0 already there, 0 failed, 1 not images.');
  expect((await ownImages()).map(({ filename, status }) => [filename, status]).sort()).toEqual([
    ['casa-mila-rotated.jpg', 'ready'],
    ['high-trestle-trail.heic', 'ready'],
  ]);
  const second = await importFolder().ended;
  expect(second.code).toBe(0);
  expect(second.printed).toContain('0 added, 2 already there, 0 failed, 1 not images.');
});

test('files that fail are named with their reasons, and the exit code tells', async () => {
  await writeFile(join(folder, 'page.jpg'), '<!doctype html><title>not found</title>');
  await writeFile(join(folder, 'empty.png'), '');
  const { code, printed } = await importFolder().ended;
  expect(code).toBe(1);
  expect(printed).toContain('0 added, 0 already there, 2 failed, 0 not images.');
  expect(printed).toContain('page.jpg: This file is not an image: it looks like a web page.');
  expect(printed).toContain('empty.png: It is empty.');
});

test('an import that is stopped in the middle of a large file goes on with its parts', async () => {
  await writeNoise(join(folder, 'noise.tif'));
  const stopped = importFolder();
  const id = await waitFor('the large upload to begin', async () => (await ownImages())[0]?.id);
  const arrivedParts = async () => (await member.call('GET', `/api/images/${id}/parts`)).body.items ?? [];
  await waitFor('its first part', async () => (await arrivedParts()).length > 0);
  stopped.process.kill('SIGINT');
  expect(await stopped.ended).toMatchObject({
    code: 130,
    complained: expect.stringContaining('The same command goes on from here.'),
  });
  const { code, printed } = await importFolder().ended;
  expect([code, printed]).toEqual([0, expect.stringContaining('1 added, 0 already there, 0 failed')]);
  expect(await ownImages()).toMatchObject([{ id, status: 'ready', width: 5000, height: 5000 }]);
});

test.each([
  ['a wrong password', () => ({ MOVIEFLIX_EMAIL: member.email, MOVIEFLIX_PASSWORD: 'wrong horse' })],
  ['a token that is none', () => ({ MOVIEFLIX_TOKEN: 'nonsense' })],
])('%s is answered with a sentence', async (_name, credentials) => {
  const { code, complained } = await importFolder(credentials()).ended;
  expect(code).toBe(1);
  expect(complained).toMatch(/^[A-Z].*\.\n$/);
});

test('an address where no gallery is, is answered with a sentence', async () => {
  const { code, complained } = await runImporter([folder, '--url', `${gallery.cloud.endpoint}/none`], {
    MOVIEFLIX_TOKEN: member.token,
  }).ended;
  expect(code).toBe(1);
  expect(complained).toMatch(/^[A-Z].*\.\n$/);
});
