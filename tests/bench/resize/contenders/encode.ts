import type { Size } from '@movieflix/contracts';
import { encode } from '@movieflix/resize-image/picture/encode.ts';
import { pixelsOfEach } from './plain-pixels.ts';

/** The function's encoding alone, of pixels that are there. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  const pictures = (await pixelsOfEach(original, sizes)).map(
    ({ data, info: { width, height, channels } }) => ({
      data,
      width,
      height,
      channels,
    }),
  );
  return async () => (await encode(pictures)).map(({ data }) => data);
}
