import sharp from 'sharp';
import { ssim } from 'ssim.js';

/**
 * Mean structural similarity (SSIM) over all windows of 11 pixels of two pictures of the same size, 1 where they are
 * the same. Without the shrinking to 256 pixels that ssim.js does by default, after which every encoder looks alike.
 */
export async function fullSizeSimilarity(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([imageDataOf(one), imageDataOf(other)]);
  return ssim(a, b, { ssim: 'bezkrovny', downsample: false }).mssim;
}

async function imageDataOf(picture: Buffer): Promise<Parameters<typeof ssim>[0]> {
  const pipeline = sharp(picture).toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}
