import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * What cameras make, in the order in which the derived photographs take their turns: most are of phones with 12
 * megapixels, held upright as often as not, some come from a website (progressive), some from larger sensors.
 */
const KINDS = [
  { width: 4032, height: 3024, quality: 95, orientation: 6, profile: 'p3', progressive: false },
  { width: 6000, height: 4000, quality: 95, orientation: 1, profile: undefined, progressive: false },
  { width: 4032, height: 3024, quality: 95, orientation: 1, profile: undefined, progressive: false },
  { width: 8160, height: 6120, quality: 94, orientation: 1, profile: undefined, progressive: false },
  { width: 4032, height: 3024, quality: 85, orientation: 1, profile: undefined, progressive: true },
  { width: 5472, height: 3648, quality: 95, orientation: 8, profile: undefined, progressive: false },
] as const;

/** Standard deviation of a sensor's noise, of 255. It brings a file near the two bits a pixel of a camera's. */
const GRAIN = 2;
const TILE = 1024;

/** A JPEG file as a camera makes it: a photograph enlarged, cropped to the sensor's shape, and grained. */
export async function derivePhotograph(source: string, index: number, file: string): Promise<void> {
  const { width, height, orientation, profile, ...jpeg } = KINDS[index % KINDS.length]!;
  const { data, info } = await sharp(source)
    .resize({ width, height, fit: 'cover' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  addGrain(data, index);
  const grained = sharp(data, { raw: { width, height, channels: info.channels } });
  if (profile) grained.withIccProfile(profile);
  const upright = await grained
    .withExif({ IFD0: { Make: 'Bench', Model: `${width} x ${height}` } })
    .jpeg({ ...jpeg, chromaSubsampling: '4:2:0' })
    .toBuffer();
  await writeFile(file, withOrientation(upright, orientation));
}

/** sharp sets a tag of its own only together with a profile of sRGB, which most cameras do not embed. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  // The entry of the tag as sharp writes it: 0x112, SHORT, one value, 1 (Exif 3.0, 4.6.2).
  const entry = Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0]);
  const at = jpeg.indexOf(entry);
  if (at < 0)
    throw new Error('Expected sharp to write an EXIF orientation, little-endian, and it is not there');
  jpeg[at + entry.length - 2] = orientation;
  return jpeg;
}

/** The same noise for the same seed, so that every run measures the same files. */
function addGrain(pixels: Buffer, seed: number): void {
  const noise = noiseTile(seed);
  // A length that is no multiple of a row's, so that the tile is nowhere seen.
  for (let at = 0; at < pixels.length; at++) {
    const grained = pixels[at]! + noise[at % noise.length]!;
    pixels[at] = Math.max(0, Math.min(grained, 255));
  }
}

function noiseTile(seed: number): Int8Array {
  let state = (seed + 1) * 0x9e3779b1;
  const uniform = () => {
    // mulberry32, public domain.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // The sum of three uniform numbers is near enough to a normal distribution, of standard deviation 1/2.
  return Int8Array.from({ length: TILE * TILE + 7 }, () =>
    Math.round((uniform() + uniform() + uniform() - 1.5) * 2 * GRAIN),
  );
}
