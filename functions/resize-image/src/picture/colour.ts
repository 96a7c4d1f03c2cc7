import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { DecodedPixels } from './decode.ts';
import { type Pixels, pipelineFrom, pixelsOf } from './pixels.ts';

/** How the usual profile of sRGB calls itself. Converting from it costs a sixth of the whole and changes nothing. */
const SRGB_NAME = 'sRGB IEC61966-2.1';

/** PNG's signature and its IHDR chunk, after which an iCCP chunk may stand (PNG 3rd edition, 5.6). */
const PNG_HEADER_BYTES = 33;

/**
 * Converts pixels from the colours of their embedded profile, such as Display P3 of phones, to sRGB.
 *
 * sharp cannot attach a profile to raw pixels, so they travel through an uncompressed PNG that carries it.
 */
export async function convertToSrgb(decoded: DecodedPixels): Promise<Pixels> {
  const { profile } = decoded;
  if (profile === undefined || profile.includes(SRGB_NAME)) return decoded;
  const png = await pipelineFrom(decoded).png({ compressionLevel: 0 }).toBuffer();
  const header = png.subarray(0, PNG_HEADER_BYTES);
  const tagged = Buffer.concat([header, profileChunk(profile), png.subarray(PNG_HEADER_BYTES)]);
  return pixelsOf(sharp(tagged, { limitInputPixels: false }).toColourspace('srgb'));
}

function profileChunk(profile: Buffer): Buffer {
  const typeAndData = Buffer.concat([Buffer.from('iCCPprofile\0\0', 'latin1'), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(typeAndData.length - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typeAndData));
  return Buffer.concat([length, typeAndData, checksum]);
}
