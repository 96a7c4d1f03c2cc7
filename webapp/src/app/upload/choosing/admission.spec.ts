import { expect, test } from '@jest/globals';
import { admit } from './admission';

test('a picture is admitted by the type that the browser gives it', () => {
  expect(admit({ name: 'sea', type: 'image/png', size: 1 })).toEqual({ contentType: 'image/png' });
});

test('a HEIC is admitted by its ending where the system does not know its type', () => {
  expect(admit({ name: 'IMG_1.HEIC', type: '', size: 1 })).toEqual({ contentType: 'image/heic' });
});

test.each([
  [
    { name: 'notes.txt', type: 'text/plain', size: 9 },
    'This is a file of type text/plain, but a picture was expected: JPEG,',
  ],
  [{ name: 'drawing.svg', type: 'image/svg+xml', size: 9 }, 'This is a file of type image/svg+xml, but'],
  [{ name: 'scene.exr', type: '', size: 9 }, 'This is a .exr file, but'],
  [{ name: 'README', type: '', size: 9 }, 'This is a file without a type, but'],
  [
    { name: 'sea.jpg', type: 'image/jpeg', size: 0 },
    'This file is empty (0 bytes), but a picture was expected.',
  ],
  [
    { name: 'sea.tif', type: 'image/tiff', size: 300_000_000 },
    'This file has 300 MB, but at most 268 MB were expected.',
  ],
])('%o is refused with a sentence', (file, sentence) => {
  expect(admit(file)).toEqual({ refusal: expect.stringContaining(sentence) });
});
