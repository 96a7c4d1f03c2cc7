import { beforeEach, expect, jest, test } from '@jest/globals';
import { FilePreviews } from './file-previews';

const file = new File(['x'], 'sea.jpg');
let living: Set<string>;

beforeEach(() => {
  living = new Set();
  let made = 0;
  URL.createObjectURL = () => {
    made += 1;
    living.add(`blob:${made}`);
    return `blob:${made}`;
  };
  URL.revokeObjectURL = (url) => void living.delete(url);
});

test('no more than two hundred previews live, the oldest goes first', async () => {
  const previews = new FilePreviews(async () => new Blob());
  for (let id = 1; id <= 203; id += 1) await previews.make(`${id}`, file);
  expect(living.size).toBe(200);
  expect([previews.made('3'), previews.made('4')]).toEqual([undefined, 'blob:4']);
});

test('a file that the browser cannot show has none, and is not tried again', async () => {
  const previewOf = jest.fn(async (): Promise<Blob> => {
    throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
  });
  const previews = new FilePreviews(previewOf);
  expect(await previews.make('1', file)).toBeNull();
  expect(previews.made('1')).toBeNull();
});

test('a row that was scrolled away before its turn gets none', async () => {
  const first = Promise.withResolvers<Blob>();
  const asked: File[] = [];
  const previews = new FilePreviews((file) => {
    asked.push(file);
    return first.promise;
  });
  const made = ['1', '2', '3'].map((id) => previews.make(id, file));
  previews.cancel('3');
  first.resolve(new Blob());
  expect(await Promise.all(made)).toEqual(['blob:1', 'blob:2', null]);
  expect(asked).toHaveLength(2);
});
