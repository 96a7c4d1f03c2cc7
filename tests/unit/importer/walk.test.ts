import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Found, walk } from '@movieflix/importer/walk.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function foundIn(folder: string): Promise<(Found & { name: string })[]> {
  const found = [];
  for await (const file of walk(folder)) found.push({ ...file, name: relative(folder, file.path) });
  return found;
}

async function fill(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), 'bytes');
  }
}

test('images are found in all folders, sorted, with the types of their names', async () => {
  await using folder = await temporaryFolder();
  await fill(folder.path, 'b/2.HEIC', 'b/1.jpg', 'a/deep/er/x.png', 'c.jpeg', 'ä ö.webp');
  expect(await foundIn(folder.path)).toMatchObject([
    { kind: 'image', name: 'a/deep/er/x.png', contentType: 'image/png', bytes: 5 },
    { kind: 'image', name: 'b/1.jpg', contentType: 'image/jpeg' },
    { kind: 'image', name: 'b/2.HEIC', contentType: 'image/heic' },
    { kind: 'image', name: 'c.jpeg', contentType: 'image/jpeg' },
    { kind: 'image', name: 'ä ö.webp', contentType: 'image/webp' },
  ]);
});

test('files that are no images by their names are told apart', async () => {
  await using folder = await temporaryFolder();
  await fill(
    folder.path,
    'notes.txt',
    'jpg',
    'a.jpg.bak',
    'b.constructor',
    '._a.jpg',
    '.hidden/c.jpg',
    'film.mov',
  );
  const found = await foundIn(folder.path);
  expect(found.map(({ kind, name }) => [kind, name])).toEqual(
    ['._a.jpg', 'a.jpg.bak', 'b.constructor', 'film.mov', 'jpg', 'notes.txt'].map((name) => ['other', name]),
  );
});

test('a folder that is called like an image is entered', async () => {
  await using folder = await temporaryFolder();
  await fill(folder.path, 'holiday.jpg/1.jpg');
  expect(await foundIn(folder.path)).toMatchObject([{ kind: 'image', name: 'holiday.jpg/1.jpg' }]);
});

test('symbolic links are followed, and a loop of them ends', async () => {
  await using folder = await temporaryFolder();
  await using elsewhere = await temporaryFolder();
  await fill(folder.path, 'in/1.jpg');
  await fill(elsewhere.path, '2.jpg');
  await symlink(folder.path, join(folder.path, 'in/loop'));
  await symlink(elsewhere.path, join(folder.path, 'other'));
  await symlink(join(elsewhere.path, '2.jpg'), join(folder.path, 'two.jpg'));
  const names = (await foundIn(folder.path)).map(({ kind, name }) => `${kind} ${name}`);
  expect(names).toEqual(['image in/1.jpg', 'image other/2.jpg', 'image two.jpg']);
});

test('a link to nowhere is unreadable and the rest goes on', async () => {
  await using folder = await temporaryFolder();
  await symlink(join(folder.path, 'nowhere'), join(folder.path, 'a.jpg'));
  await fill(folder.path, 'b.jpg');
  expect(await foundIn(folder.path)).toMatchObject([
    { kind: 'unreadable', name: 'a.jpg', message: 'It cannot be read: it is not there any more.' },
    { kind: 'image', name: 'b.jpg' },
  ]);
});

test('a folder that may not be read is unreadable and the rest goes on', async () => {
  await using folder = await temporaryFolder();
  await fill(folder.path, 'a/1.jpg', 'b/2.jpg');
  await chmod(join(folder.path, 'a'), 0o000);
  const kinds = (await foundIn(folder.path)).map(({ kind, name }) => `${kind} ${name}`);
  await chmod(join(folder.path, 'a'), 0o700);
  // For root there is no folder that it may not read.
  const isRoot = process.getuid?.() === 0;
  expect(kinds).toEqual([isRoot ? 'image a/1.jpg' : 'unreadable a', 'image b/2.jpg']);
});

test('a folder that is not there is unreadable', async () => {
  await using folder = await temporaryFolder();
  expect(await foundIn(join(folder.path, 'gone'))).toMatchObject([{ kind: 'unreadable' }]);
});
