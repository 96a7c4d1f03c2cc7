import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from 'thumbhash';
import { photo } from './photos.ts';
import { meanColour } from './similarity.ts';

test.each(['canyon-wren.jpg', 'valley-midnight.jpg', 'casa-mila-rotated.jpg'])(
  'the thumbhash of %s has its mean colour and its shape',
  async (name) => {
    const { thumbhash, width, height, renditions } = await resizePicture(await photo(name));
    const hash = Buffer.from(thumbhash, 'base64');
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    const mean = await meanColour(renditions[0]!.data);
    [r, g, b].forEach((channel, index) => {
      expect(Math.abs(channel * 255 - mean[index]!)).toBeLessThan(16);
    });
    expect(thumbHashToApproximateAspectRatio(hash)).toBeCloseTo(width / height, 0);
    expect(hash.length).toBeLessThanOrEqual(25);
  },
);
