import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { photo } from './photos.ts';
import { RAW_FILES } from './raw-files.ts';
import { similarity } from './similarity.ts';

async function jpegOf(width: number, height: number): Promise<Buffer> {
  return sharp(await photo('canyon-wren.jpg'))
    .resize(width, height, { fit: 'fill' })
    .jpeg()
    .toBuffer();
}

test.each(Object.keys(RAW_FILES))(
  'an %s is shown by its largest preview, upright, with its facts',
  async (type) => {
    const preview = await jpegOf(1200, 800);
    const picture = await resizePicture(RAW_FILES[type]!(preview, await jpegOf(160, 120)));
    expect(picture).toMatchObject({ contentType: type, width: 800, height: 1200 });
    const reference = await sharp(preview).rotate(90).resize(320, 480).png().toBuffer();
    expect(await similarity(picture.renditions[0]!.data, reference)).toBeGreaterThan(0.95);
    expect(picture.exif).toMatchObject({
      takenAt: '2025-08-09T10:11:12',
      cameraMake: expect.any(String),
      cameraModel: expect.any(String),
      exposureSeconds: 0.004,
      fNumber: 5.6,
      iso: 400,
      focalLengthMm: 85,
      latitude: -33.85,
      longitude: 151.2,
    });
  },
);

test.each(Object.keys(RAW_FILES))('an %s with nothing but a thumbnail is refused', async (type) => {
  const thumbnail = await jpegOf(160, 120);
  await expect(resizePicture(RAW_FILES[type]!(thumbnail, thumbnail))).rejects.toMatchObject({
    reason: 'unsupported-format',
    message: expect.stringMatching(/^This \w{3} file has no preview that could be shown\./),
  });
});

test('the orientation of the raw file holds, not that of a preview which has one as well', async () => {
  const turned = await sharp(await jpegOf(1200, 800))
    .withMetadata({ orientation: 3 })
    .jpeg()
    .toBuffer();
  const picture = await resizePicture(RAW_FILES['image/x-nikon-nef']!(turned, await jpegOf(160, 120)));
  expect(picture).toMatchObject({ width: 800, height: 1200 });
});

test('a raw file that ends within its preview is incomplete', async () => {
  const raw = RAW_FILES['image/x-sony-arw']!(await jpegOf(1200, 800), await jpegOf(160, 120));
  await expect(resizePicture(raw.subarray(0, raw.length >> 1))).rejects.toMatchObject({
    reason: 'broken',
    message: 'This ARW file is incomplete: it ends before its picture does.',
  });
});

test('a TIFF with smaller versions of itself is no raw file', async () => {
  const pyramid = await sharp(await jpegOf(1200, 800))
    .tiff({ pyramid: true, tile: true, compression: 'lzw' })
    .toBuffer();
  expect(await resizePicture(pyramid)).toMatchObject({ contentType: 'image/tiff', width: 1200, height: 800 });
});
