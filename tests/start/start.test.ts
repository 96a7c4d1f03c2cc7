import { once } from 'node:events';
import { statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type GalleryProcess,
  newDataFolder,
  removeDataFolder,
  START_EMPTY,
  START_MS,
  STOP_MS,
  startGallery,
  waitUntilAllGone,
} from './gallery-process.ts';

const RECONCILE = [process.execPath, 'bin/run.cjs', 'local/src/reconcile.ts'];

const dataFolder = newDataFolder();
let gallery: GalleryProcess;
let url: string;

beforeAll(async () => {
  gallery = startGallery(dataFolder, {}, START_EMPTY);
  url = await gallery.ready();
}, START_MS);

afterAll(async () => {
  gallery.child.kill('SIGTERM');
  await gallery.ended;
  await waitUntilAllGone(dataFolder);
  await removeDataFolder(dataFolder);
}, STOP_MS);

test('the gallery says where it is and what to do next', () => {
  expect(gallery.output()).toMatch(/^movieFlix is ready: http:\/\/localhost:\d+\n {2}.*sign up/m);
});

test('the page and the API answer at that address', async () => {
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<mf-');
  const ready = await fetch(`${url}/api/ready`);
  expect(ready.status).toBe(200);
});

test('nothing but 127.0.0.1 is listened on', async () => {
  const port = new URL(url).port;
  const elsewhere = fetch(`http://127.0.0.2:${port}/api/health`);
  await expect(elsewhere).rejects.toThrow('fetch failed');
});

test('only the owner can read the secrets', () => {
  expect(statSync(path.join(dataFolder, 'settings.json')).mode & 0o777).toBe(0o600);
});

test('the comparison of database and bucket runs beside it', async () => {
  const reconcile = startGallery(dataFolder, {}, RECONCILE);
  expect(await reconcile.ended).toBe(0);
  expect(reconcile.output()).toBe('Compared 0 images, 0 originals, 0 thumbnails.\nNothing is wrong.\n');
  expect(statSync(path.join(dataFolder, 'api.json')).mode & 0o777).toBe(0o600);
});

test('without a gallery the comparison says that there is none', async () => {
  const folder = `${dataFolder}-2`;
  const reconcile = startGallery(folder, {}, RECONCILE);
  expect(await reconcile.ended).toBe(2);
  expect(reconcile.output()).toMatch(
    new RegExp(`^No gallery is running on ${folder}\\. Start it with npm start .*\\n$`),
  );
});

test('a second start on the same data folder names the first one and ends', async () => {
  const second = startGallery(dataFolder);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `${dataFolder} is in use by another start (process ${gallery.child.pid}). Stop that one, or choose another`,
  );
});

test('a port in use is named, together with how to choose another', async () => {
  const second = startGallery(`${dataFolder}-2`, { PORT: new URL(url).port });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    /Port \d+ \(PORT\) is in use by another program\. Choose another: PORT=\d+ npm start/,
  );
});

test('the port after it is needed for the object store, and named where it is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const second = startGallery(`${dataFolder}-2`, { PORT: String(port - 1) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `Port ${port} (the object store, always PORT + 1) is in use by another program.`,
  );
  other.close();
});

test.each(['x', '-1', '65535', '3000.5'])('PORT=%s is refused with what was expected', async (port) => {
  const second = startGallery(dataFolder, { PORT: port });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `Expected PORT to be a whole number from 0 to 65534, but it is "${port}".`,
  );
});

test('--help tells what can be set and starts nothing', async () => {
  const help = startGallery(dataFolder, {}, [process.execPath, 'local/src/main.ts', '--help']);
  expect(await help.ended).toBe(0);
  expect(help.output()).toContain('MOVIEFLIX_DATA');
  expect(help.output()).toContain('npm start -- --empty');
});

test('an unknown option is refused', async () => {
  const wrong = startGallery(dataFolder, {}, [process.execPath, 'local/src/main.ts', '--prot=1']);
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toContain('--prot');
});
