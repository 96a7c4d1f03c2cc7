import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import { Rejection } from '@movieflix/resize-image/rejection.ts';
import sharp from 'sharp';
import { photo } from './photos.ts';

async function rejectionOf(bytes: Buffer): Promise<Rejection> {
  const outcome = await resizePicture(bytes).catch((error: unknown) => error);
  if (!(outcome instanceof Rejection)) throw new Error(`Expected a rejection but ${String(outcome)} came`);
  return outcome;
}

test('an empty file is refused as empty', async () => {
  expect(await rejectionOf(Buffer.alloc(0))).toMatchObject({ reason: 'empty' });
});

test.each([
  ['<!DOCTYPE html><html><title>404</title>', 'a web page'],
  ['Dear diary,\nÄpfel and Birnen.', 'plain text'],
  ['%PDF-1.7\n%\xe2\xe3', 'a PDF document'],
  ['PK\x03\x04\x14\0\x06\0', 'a ZIP archive or an office document'],
  ['\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'a video'],
  ['\0\0\0\x14ftypqt  \0\0\x02\0qt  ', 'a video'],
  ['{"error": "not found"}', 'a JSON document'],
  ['\x7fELF\x02\x01\x01\0', 'a program'],
  ['\x00\x01\x02\x03\x04', 'the bytes 00010203'],
])('%p is no image, and the sentence says what it is like', async (start, what) => {
  const rejection = await rejectionOf(Buffer.from(start, start.includes('Ä') ? 'utf8' : 'latin1'));
  expect(rejection.reason).toBe('not-an-image');
  expect(rejection.message).toContain(`This file is not an image: it `);
  expect(rejection.message).toContain(what);
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'an SVG drawing'],
  ['<?xml version="1.0"?>\n<svg>', 'an SVG drawing'],
  ['8BPS\0\x01\0\0', 'a Photoshop document'],
  ['BM\x36\x10\x0e\0\0\0\0\0\x36\0\0\0', 'a Windows bitmap'],
  ['\xff\x0a\xfa\x1f', 'a JPEG XL picture'],
  ['II*\0\x10\0\0\0CR\x02\0', 'CR2 file has no preview'],
  ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'CR3 file has no preview'],
  ['\0MRM\0\x05\xcc\xfc', 'a raw camera file'],
])('%p is a picture of a kind that is not shown, and the sentence names it', async (start, what) => {
  const rejection = await rejectionOf(Buffer.from(start, 'latin1'));
  expect(rejection).toMatchObject({ reason: 'unsupported-format', message: expect.stringContaining(what) });
});

test('a raw camera file is not shown as its small preview', async () => {
  const preview = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#777' } })
    .tiff()
    .toBuffer();
  const directory = preview.readUInt32LE(4);
  const raw = Buffer.from(preview);
  // The first entry becomes NewSubfileType (254), LONG, 1: a reduced-resolution version of another image.
  raw.writeUInt16LE(254, directory + 2);
  raw.writeUInt16LE(4, directory + 4);
  raw.writeUInt32LE(1, directory + 6);
  raw.writeUInt32LE(1, directory + 10);
  expect(await rejectionOf(raw)).toMatchObject({ reason: 'unsupported-format' });
});

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
  'half a %s file is broken',
  async (format) => {
    const whole = await sharp(await photo('canyon-wren.jpg'))
      .resize(400, 225)
      .toFormat(format, { effort: 1 })
      .toBuffer();
    const rejection = await rejectionOf(whole.subarray(0, whole.length >> 1));
    expect(rejection.reason).toBe('broken');
    expect(rejection.message).toMatch(
      /^This \w+ file is (?:incomplete: it ends before its picture does|broken: .+)\.$/,
    );
  },
);

test('half a HEIC file is broken', async () => {
  const whole = await photo('high-trestle-trail.heic');
  expect(await rejectionOf(whole.subarray(0, whole.length >> 1))).toMatchObject({ reason: 'broken' });
});

test('a HEIC file whose boxes are noise is broken', async () => {
  const noise = Buffer.from(await photo('high-trestle-trail.heic'));
  for (let at = 200; at < 600; at += 1) noise[at] = (at * 7919) & 0xff;
  expect(await rejectionOf(noise)).toMatchObject({ reason: 'broken' });
});

test('a JPEG file with nothing but its first bytes is broken', async () => {
  expect(await rejectionOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toMatchObject({ reason: 'broken' });
});

test('a JPEG file with bytes after its end is shown', async () => {
  const original = Buffer.concat([await photo('casa-mila-rotated.jpg'), Buffer.alloc(10_000, 1)]);
  expect(await resizePicture(original)).toMatchObject({ width: 800, height: 1200 });
});

test('a header that claims more pixels than are decoded is refused before decoding', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect(await rejectionOf(withPngSize(png, 60_000, 60_000))).toMatchObject({
    reason: 'too-many-pixels',
    message: expect.stringContaining('at most 268 megapixels'),
  });
});

test('a header that claims pixels which do not follow is broken, at little cost of memory', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const before = process.memoryUsage().rss;
  expect(await rejectionOf(withPngSize(png, 16_000, 16_000))).toMatchObject({ reason: 'broken' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});

test('a picture that is decoded whole has a lower limit of pixels', async () => {
  const blank = sharp({ create: { width: 8, height: 8, channels: 4, background: '#fff' } });
  const interlaced = await blank.png({ progressive: true }).toBuffer();
  expect(await rejectionOf(withPngSize(interlaced, 16_000, 16_000))).toMatchObject({
    reason: 'too-many-pixels',
    message: expect.stringContaining('at most 225 megapixels'),
  });
});

test('an AVIF has the lowest limit, since its decoder holds most', async () => {
  const avif = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .avif({ bitdepth: 10, effort: 0 })
    .toBuffer();
  const size = avif.indexOf('ispe') + 8;
  avif.writeUInt32BE(7700, size);
  avif.writeUInt32BE(7700, size + 4);
  expect(await rejectionOf(avif)).toMatchObject({
    reason: 'too-many-pixels',
    message: expect.stringContaining('at most 38 megapixels'),
  });
});

function withPngSize(png: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(png);
  lying.writeUInt32BE(width, 16);
  lying.writeUInt32BE(height, 20);
  lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
  return lying;
}
