import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp, { type Exif } from 'sharp';
import { photo } from './photos.ts';

async function exifOf(tags: Exif, format: 'jpeg' | 'webp' | 'png' | 'avif' = 'jpeg') {
  const blank = sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } });
  return (await resizePicture(await blank.withExif(tags).toFormat(format).toBuffer())).exif;
}

test('the facts that a phone writes are read', async () => {
  expect((await resizePicture(await photo('casa-mila-rotated.jpg'))).exif).toEqual({
    takenAt: '2024-05-06T07:08:09+02:00',
    cameraMake: 'Apple',
    cameraModel: 'iPhone 15',
    lensModel: 'iPhone 15 back camera 5.7mm f/1.8',
    exposureSeconds: 0.004,
    fNumber: 1.8,
    iso: 64,
    focalLengthMm: 5.7,
    latitude: 41.3954,
    longitude: 2.1619,
    altitudeMeters: 34,
  });
});

test('the facts of a HEIC are read, west and south are negative', async () => {
  expect((await resizePicture(await photo('high-trestle-trail.heic'))).exif).toEqual({
    takenAt: '2023-10-01T17:30:00',
    cameraMake: 'Apple',
    cameraModel: 'iPhone 15',
    latitude: 41.8711,
    longitude: -93.8214,
  });
});

test.each(['jpeg', 'webp', 'png', 'avif'] as const)('the camera in a %s is read', async (format) => {
  expect(await exifOf({ IFD0: { Make: 'Canon', Model: 'EOS R5' } }, format)).toEqual({
    cameraMake: 'Canon',
    cameraModel: 'EOS R5',
  });
});

test('an original without EXIF has no facts', async () => {
  expect((await resizePicture(await photo('canyon-wren.jpg'))).exif).toEqual({});
});

test('texts are cut to 100 characters and lose control characters', async () => {
  const { cameraMake, cameraModel } = await exifOf({
    IFD0: { Make: 'x'.repeat(5000), Model: 'a\tb\u0007c  ' },
  });
  expect(cameraMake).toHaveLength(100);
  expect(cameraModel).toBe('a b c');
});

test.each([
  '0000:00:00 00:00:00',
  '2024:02:30 10:00:00',
  '2024:13:01 10:00:00',
  'yesterday',
  '    :  :     :  :  ',
])('the moment %p is left out, as it is none', async (DateTimeOriginal) => {
  expect(await exifOf({ IFD2: { DateTimeOriginal } })).toEqual({});
});

test('the moment of digitizing stands in for that of taking', async () => {
  expect(await exifOf({ IFD2: { DateTimeDigitized: '1999:12:31 23:59:59' } })).toEqual({
    takenAt: '1999-12-31T23:59:59',
  });
});

test('numbers that make no sense are left out', async () => {
  expect(await exifOf({ IFD2: { ExposureTime: '0/1', FNumber: '1/0', FocalLength: '0/0' } })).toEqual({});
});

test('a place of zeros is none', async () => {
  const zero = '0/1 0/1 0/1';
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: zero, GPSLongitudeRef: 'E', GPSLongitude: zero };
  expect(await exifOf({ IFD3: gps })).toEqual({});
});

test('EXIF that is broken does not spoil the picture', async () => {
  const original = await photo('casa-mila-rotated.jpg');
  const broken = Buffer.from(original);
  const start = broken.indexOf('Exif\0\0') + 6;
  broken.fill(0xff, start + 10, start + 200);
  expect((await resizePicture(broken)).exif).toEqual({});
});
