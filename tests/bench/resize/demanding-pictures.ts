import path from 'node:path';
import sharp from 'sharp';

const FRAMES = 500;
const FRAME = { width: 480, height: 320 };

/** A progressive JPEG file of 100 megapixels, whose decoder holds all of its coefficients. */
export async function hugeProgressiveJpeg(photograph: string, file: string): Promise<void> {
  await sharp(photograph)
    .resize({ width: 12_250, height: 8164, fit: 'cover' })
    .jpeg({ progressive: true, quality: 90 })
    .toFile(file);
}

/** An animated WebP file of 500 frames, each another part of a photograph. */
export async function animation(photograph: string, file: string): Promise<void> {
  const { width, height } = FRAME;
  const large = await sharp(photograph)
    .resize({ width: width + FRAMES, height, fit: 'cover' })
    .raw()
    .toBuffer();
  const stride = (width + FRAMES) * 3;
  const frames = Array.from({ length: FRAMES }, (_, frame) =>
    Array.from({ length: height }, (_, row) =>
      large.subarray(row * stride + frame * 3, row * stride + (frame + width) * 3),
    ),
  );
  const raw = { width, height: height * FRAMES, channels: 3, pageHeight: height } as const;
  await sharp(Buffer.concat(frames.flat()), { raw, limitInputPixels: false })
    .webp({ effort: 0, quality: 50 })
    .toFile(file);
}

/** The photograph in the other formats that are decoded, made by sharp. */
export async function inOtherFormats(photograph: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const format of ['png', 'webp', 'avif', 'gif', 'tiff'] as const) {
    const file = path.join(folder, `picture.${format}`);
    await sharp(photograph).resize(2400).toFormat(format, { effort: 1 }).toFile(file);
    files.push(file);
  }
  return files;
}
