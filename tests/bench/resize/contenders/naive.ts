import type { Size } from '@movieflix/contracts';
import sharp from 'sharp';
import './one-thread.ts';

/** One pipeline for each rendition, with sharp's own settings of WebP but for the quality. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  return async () => {
    const renditions: Buffer[] = [];
    for (const { width, height } of sizes) {
      const resized = sharp(original).autoOrient().resize(width, height, { fit: 'fill' });
      renditions.push(await resized.webp({ quality: 80 }).toBuffer());
    }
    return renditions;
  };
}
