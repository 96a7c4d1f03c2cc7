import path from 'node:path';
import sharp from 'sharp';

const SAMPLES = ['canyon-wren.jpg', 'extreme-desert-hike.jpg', 'valley-midnight.jpg'];
const FOLDER = path.join(import.meta.dirname, '../fixtures/photos');

/** 12 megapixels, as phones take them. */
const SIZE = { width: 4000, height: 3000 };

/** As many different JPEG files of 12 megapixels, made of the sample photographs. */
export async function makePhotographs(count: number): Promise<Buffer[]> {
  const bases = await Promise.all(SAMPLES.map(makeBase));
  // A comment of its own behind each file gives it other bytes and leaves the picture as it is.
  return Array.from({ length: count }, (_, index) =>
    Buffer.concat([bases[index % bases.length]!, Buffer.from(`${index} ${process.pid}`)]),
  );
}

/** As many different photographs as they are shared, 1600 pixels wide at most, of different shapes. */
export function makeSmallPhotographs(count: number): Promise<Buffer[]> {
  const photographs = Array.from({ length: count }, (_, index) => {
    const size = { width: 1600, height: [900, 1067, 1200, 2400][index % 4]! };
    const hue = (index * 360) / count;
    return sharp(path.join(FOLDER, SAMPLES[index % SAMPLES.length]!))
      .resize({ ...size, fit: 'cover' })
      .modulate({ hue })
      .jpeg()
      .toBuffer();
  });
  return Promise.all(photographs);
}

function makeBase(name: string): Promise<Buffer> {
  return sharp(path.join(FOLDER, name))
    .resize({ ...SIZE, fit: 'cover' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
