import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeptUpload } from './kept-upload';
import {
  assignUploads,
  changeUpload,
  claimUploads,
  forgetFile,
  forgetUploads,
  keepFile,
  keepUploads,
  tabsWithUploads,
} from './kept-uploads';
import { freshDatabase } from './testing/fresh-database';
import { openUploadDatabase, type UploadDatabase } from './upload-database';

let database: UploadDatabase;
beforeEach(async () => {
  freshDatabase();
  database = await openUploadDatabase('uploads');
});
afterEach(() => database.close());

function upload(id: string, change: Partial<KeptUpload> = {}): KeptUpload {
  return {
    ...{
      id,
      sequence: 1,
      memberId: 'ann',
      tabId: 'old',
      name: `${id}.jpg`,
      bytes: 3,
      contentType: 'image/jpeg',
    },
    ...{ lastModified: 1, imageId: null, isSent: false, failure: null, ...change },
  };
}

const file = new File(['sea'], 'sea.jpg');
const claim = () => claimUploads(database, 'old', 'new', 'ann');

test('what a closed tab left is taken over with its bytes, in the order it was chosen', async () => {
  await keepUploads(database, [upload('b', { sequence: 2 }), upload('a'), upload('c', { tabId: 'other' })]);
  expect(await keepFile(database, 'a', file, 0)).toBe(true);
  const claimed = await claim();
  expect(claimed.map(({ upload }) => upload.id)).toEqual(['a', 'b']);
  expect(claimed.map(({ file }) => file !== undefined)).toEqual([true, false]);
});

test('of two tabs that take over only one gets it', async () => {
  await keepUploads(database, [upload('a')]);
  const claims = await Promise.all([claim(), claimUploads(database, 'old', 'newer', 'ann')]);
  expect(claims.map((claimed) => claimed.length)).toEqual([1, 0]);
});

test('another member’s uploads are forgotten and not taken over', async () => {
  await keepUploads(database, [upload('a', { memberId: 'bob' })]);
  await keepFile(database, 'a', file, 0);
  expect(await claim()).toEqual([]);
  expect(await database.count('uploads')).toBe(0);
  expect(await database.count('files')).toBe(0);
});

test('what was chosen before signing in becomes the member’s', async () => {
  await keepUploads(database, [upload('a', { memberId: null }), upload('b', { memberId: 'bob' })]);
  await assignUploads(database, 'old', 'ann');
  expect((await database.getAll('uploads')).map(({ memberId }) => memberId)).toEqual(['ann', 'bob']);
});

test('a change reaches what is kept, and brings nothing back', async () => {
  await keepUploads(database, [upload('a')]);
  await changeUpload(database, 'a', { imageId: 'image-1' });
  await changeUpload(database, 'gone', { imageId: 'image-2' });
  expect((await database.getAll('uploads')).map(({ imageId }) => imageId)).toEqual(['image-1']);
});

test('files are kept up to a limit together', async () => {
  await keepUploads(database, [upload('a')]);
  expect(await keepFile(database, 'a', file, 1024 ** 3 - 2)).toBe(false);
  expect(await database.count('files')).toBe(0);
});

test('the bytes of an upload that was forgotten meanwhile are not kept', async () => {
  expect(await keepFile(database, 'gone', file, 0)).toBe(false);
  expect(await database.count('files')).toBe(0);
});

test('forgetting takes the bytes along, and forgetting the bytes leaves the upload', async () => {
  await keepUploads(database, [upload('a'), upload('b')]);
  await keepFile(database, 'a', file, 0);
  await keepFile(database, 'b', file, 0);
  await forgetUploads(database, ['a']);
  await forgetFile(database, 'b');
  expect(await database.count('files')).toBe(0);
  expect(await tabsWithUploads(database)).toEqual(new Set(['old']));
});
