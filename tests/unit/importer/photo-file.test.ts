import { appendFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sha256Of, sha256OfFile, withPhotoFile } from '@movieflix/importer/photo-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FOREVER = new AbortController().signal;

test('the hash of a file read in pieces is that of its bytes', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'large.jpg');
  const bytes = Buffer.alloc(9 * 1024 * 1024 + 7, 'movieflix');
  await writeFile(path, bytes);
  expect(await withPhotoFile(path, (file) => sha256OfFile(file, FOREVER))).toBe(sha256Of(bytes));
});

test('a file that becomes shorter while it is read is unfit', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.jpg');
  await writeFile(path, Buffer.alloc(1000));
  const reading = withPhotoFile(path, async (file) => {
    await truncate(path, 10);
    return file.read(0, file.bytes);
  });
  await expect(reading).rejects.toThrow('It changed while it was read.');
});

test('a file that grows while it is read is unfit', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.jpg');
  await writeFile(path, 'bytes');
  const reading = withPhotoFile(path, async (file) => {
    await appendFile(path, 'more');
    await file.assertUnchanged();
  });
  await expect(reading).rejects.toThrow('It changed while it was read.');
});

test.each([
  [0, 'It is empty.'],
  [256 * 1024 * 1024 + 1, 'It is too large: at most 256 MB are taken, and it has 257 MB.'],
])('a file of %d bytes is unfit', async (bytes, message) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.jpg');
  await writeFile(path, '');
  await truncate(path, bytes);
  await expect(withPhotoFile(path, async () => {})).rejects.toThrow(message);
});

test('a file that is gone is unfit', async () => {
  await using folder = await temporaryFolder();
  await expect(withPhotoFile(join(folder.path, 'gone.jpg'), async () => {})).rejects.toThrow(
    'It cannot be read: it is not there any more.',
  );
});
