import sharp from 'sharp';
import { ssim } from 'ssim.js';

/** Structural similarity of two pictures of the same size, 1 where they are the same. */
export async function similarity(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([imageDataOf(one), imageDataOf(other)]);
  return ssim(a, b).mssim;
}

/** Mean of the red, green and blue channel of a picture, 0 to 255. */
export async function meanColour(picture: Buffer): Promise<number[]> {
  const { channels } = await sharp(picture).toColourspace('srgb').removeAlpha().stats();
  return channels.map(({ mean }) => mean);
}

async function imageDataOf(picture: Buffer): Promise<ImageDataLike> {
  const pipeline = sharp(picture).toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

type ImageDataLike = Parameters<typeof ssim>[0];
