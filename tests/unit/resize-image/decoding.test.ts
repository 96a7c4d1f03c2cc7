import { expect, test } from '@jest/globals';
import { decoding } from '@movieflix/resize-image/picture/decoding.ts';

test.each([
  'vips_tracked: out of memory --- size == 3 MB',
  'unable to write to file: No space left on device',
  'Memory allocation error: Unspecified',
  'EMFILE: too many open files',
])('%p is a fault of the machine and is thrown as it is', async (message) => {
  const fault = new Error(message);
  await expect(decoding('image/jpeg', () => Promise.reject(fault))).rejects.toBe(fault);
});

test('a file that claims more than a decoder admits is broken, though libheif calls that a memory error', async () => {
  const complaint = new Error(
    'heif: Memory allocation error: Security limit exceeded: Box size 9 exceeds it. (6.1000)',
  );
  await expect(decoding('image/heic', () => Promise.reject(complaint))).rejects.toMatchObject({
    reason: 'broken',
  });
});

test('what a decoder says of the bytes becomes a rejection that keeps it as the cause', async () => {
  const complaint = new Error('VipsJpeg: bad Huffman code');
  await expect(decoding('image/jpeg', () => Promise.reject(complaint))).rejects.toMatchObject({
    reason: 'broken',
    message: 'This JPEG file is broken: its picture cannot be decoded.',
    cause: complaint,
  });
});
