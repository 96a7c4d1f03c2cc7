import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { photo } from './photos.ts';
import { similarity } from './similarity.ts';

/**
 * How an upright picture is stored so that an EXIF orientation shows it upright (Exif 3.0, 4.6.5.1): turned
 * clockwise by so many degrees, then mirrored or not.
 */
const STORED = [
  [1, 0, false],
  [2, 0, true],
  [3, 180, false],
  [4, 180, true],
  [5, 90, true],
  [6, 270, false],
  [7, 270, true],
  [8, 90, false],
] as const;

test.each(STORED)(
  'a picture with EXIF orientation %d comes out upright',
  async (orientation, degrees, isMirrored) => {
    const upright = await sharp(await photo('canyon-wren.jpg'))
      .resize(701, 401)
      .png()
      .toBuffer();
    const turned = await sharp(upright).rotate(degrees).png().toBuffer();
    const stored = await sharp(turned)
      .flop(isMirrored)
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { width, height, renditions } = await resizePicture(stored);
    expect([width, height]).toEqual([701, 401]);
    expect(renditions.map((rendition) => [rendition.width, rendition.height])).toEqual([
      [320, 183],
      [640, 366],
    ]);
    for (const { data, ...size } of renditions) {
      const reference = await sharp(upright)
        .resize(size.width, size.height, { fit: 'fill' })
        .png()
        .toBuffer();
      expect(await similarity(data, reference)).toBeGreaterThan(0.93);
    }
  },
);
