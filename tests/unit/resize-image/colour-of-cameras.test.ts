import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { exifSegment, withSegments } from './jpeg-writer.ts';
import { COLOURS, converted, distances, expectColours, expectNear, patchesOf } from './patches.ts';
import { type TiffEntry, tiffOf } from './tiff-writer.ts';

/** The field of EXIF that leads to a directory for interoperability, as DCF has cameras write it. */
function interoperability(index: string): TiffEntry {
  const directory: TiffEntry[] = [[1, index]];
  const exposure: TiffEntry[] = [
    [0xa001, 65_535],
    [0xa005, { directories: [directory] }],
  ];
  return [0x8769, { directories: [exposure] }];
}

test.each([
  ['R03', 'a98rgb'],
  ['R98', 'srgb'],
])('a JPEG without a profile whose camera wrote %s is shown as %s', async (index, space) => {
  const jpeg = await patchesOf(converted(COLOURS, 'srgb', space))
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
  await expectColours(withSegments(jpeg, exifSegment(tiffOf([[interoperability(index)]]))), COLOURS);
});

test.each([
  ['R03', 'a98rgb'],
  ['R98', 'srgb'],
])('the preview of a raw file whose camera wrote %s is shown as %s', async (index, space) => {
  const preview = await patchesOf(converted(COLOURS, 'srgb', space))
    .resize(1024, 1024, { kernel: 'nearest' })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const raw = tiffOf([
    [
      [271, 'SONY'],
      [513, { placed: preview }],
      [514, preview.length],
      [330, { directories: [[[262, 32_803]]] }],
      interoperability(index),
    ],
  ]);
  const { contentType, renditions } = await resizePicture(raw);
  expect(contentType).toBe('image/x-sony-arw');
  const { data } = renditions.at(-1)!;
  const patchesOfIt = await sharp(data).resize(256, 256, { kernel: 'nearest' }).png().toBuffer();
  expectNear(await distances(patchesOfIt, COLOURS));
});
