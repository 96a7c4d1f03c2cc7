import { expect, test } from '@jest/globals';
import { admit } from './admission';

test('a picture is admitted by the type that the browser gives it', () => {
  expect(admit({ name: 'sea', type: 'image/png', size: 1 })).toEqual({ contentType: 'image/png' });
});

test('a HEIC is admitted by its ending where the system does not know its type', () => {
  expect(admit({ name: 'IMG_1.HEIC', type: '', size: 1 })).toEqual({ contentType: 'image/heic' });
});

test.each([
  [{ name: 'notes.txt', type: 'text/plain', size: 9 }, 'this is a file of type text/plain.'],
  [{ name: 'drawing.svg', type: 'image/svg+xml', size: 9 }, 'this is a file of type image/svg+xml.'],
  [{ name: 'raw.cr3', type: '', size: 9 }, 'this is a .cr3 file.'],
  [{ name: 'README', type: '', size: 9 }, 'this is a file without a type.'],
  [{ name: 'sea.jpg', type: 'image/jpeg', size: 0 }, 'Expected a picture, but this file is empty (0 bytes).'],
  [
    { name: 'sea.tif', type: 'image/tiff', size: 300_000_000 },
    'Expected at most 268 MB, but this file has 300 MB.',
  ],
])('%o is refused with a sentence', (file, sentence) => {
  expect(admit(file)).toEqual({ refusal: expect.stringContaining(sentence) });
});
