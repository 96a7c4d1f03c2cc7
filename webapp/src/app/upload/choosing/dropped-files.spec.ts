import { expect, test } from '@jest/globals';
import { droppedFiles } from './dropped-files';

const entryOf = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (resolve: (file: File) => void) => resolve(new File(['x'], name)),
});

/** A folder that is read in batches of two. */
const folderOf = (name: string, inside: { name: string }[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...inside];
    return { readEntries: (resolve: (batch: object[]) => void) => resolve(left.splice(0, 2)) };
  },
});

const dropOf = (entries: object[]) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
  }) as unknown as DataTransfer;

test('files in dropped folders are found, those of their folders too', async () => {
  const trip = folderOf('trip', [entryOf('1.jpg'), folderOf('day 2', [entryOf('2.jpg')]), entryOf('3.jpg')]);
  const files = await droppedFiles(dropOf([entryOf('0.jpg'), trip]));
  expect(files.map(({ name }) => name)).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg']);
});

test('what systems leave in folders is not taken', async () => {
  const trip = folderOf('trip', [
    entryOf('.DS_Store'),
    entryOf('Thumbs.db'),
    folderOf('.git', [entryOf('x')]),
  ]);
  expect(await droppedFiles(dropOf([trip]))).toEqual([]);
});

test('a dropped text is no file', async () => {
  const drop = { items: [{ kind: 'string' }] } as unknown as DataTransfer;
  expect(await droppedFiles(drop)).toEqual([]);
});
