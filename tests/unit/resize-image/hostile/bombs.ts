import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { uint16, uint32 } from '../bytes.ts';

const MAGIC = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A PNG of black 8-bit RGB pixels, deflated once for a row and repeated, with chunks before its pixels. */
export function blackPng(width: number, height: number, ...chunks: Buffer[]): Buffer {
  const header = Buffer.concat([uint32.be(width, height), Buffer.from([8, 2, 0, 0, 0])]);
  const pixels = zeros(1 + width * 3, height);
  return Buffer.concat([
    MAGIC,
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const typeAndData = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32.be(data.length), typeAndData, uint32.be(crc32(typeAndData))]);
}

/** A PNG with chunks after its header. */
export function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  const headerEnd = MAGIC.length + 25;
  return Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)]);
}

/** A zlib stream of `count` times `bytes` zeros, of which only the first was compressed. */
export function zeros(bytes: number, count: number): Buffer {
  // 3: Z_FULL_FLUSH, so that what follows does not refer to it; without zlib's header and checksum.
  const row = deflateSync(Buffer.alloc(bytes), { finishFlush: 3 }).subarray(2);
  const adler32 = (((bytes * count) % 65_521) * 65_536 + 1) >>> 0;
  const end = Buffer.from([0x03, 0x00]);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array(count).fill(row), end, uint32.be(adler32)]);
}

/** A GIF of `count` frames of one pixel each, on a screen of any size. */
export function gifOfFrames(width: number, height: number, count: number): Buffer {
  const palette = Buffer.from([200, 60, 20, 20, 60, 200]);
  const screen = Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    uint16.le(width, height),
    Buffer.from([0x80, 0, 0]),
    palette,
  ]);
  const delay = Buffer.from([0x21, 0xf9, 4, 0, 4, 0, 0, 0]);
  const place = Buffer.concat([Buffer.from([0x2c]), uint16.le(0, 0, 1, 1), Buffer.from([0])]);
  // Codes of 3 bits: clear, colour 0, end.
  const pixel = Buffer.from([2, 2, 0x44, 0x01, 0]);
  const frame = Buffer.concat([delay, place, pixel]);
  return Buffer.concat([screen, ...Array(count).fill(frame), Buffer.from([0x3b])]);
}

/** A WebP animation of `count` times the same frame, which covers its canvas. */
export async function webpOfFrames(width: number, height: number, count: number): Promise<Buffer> {
  const still = await sharp({ create: { width, height, channels: 3, background: '#c83c14' } })
    .webp({ effort: 0 })
    .toBuffer();
  const uint24 = (...values: number[]) =>
    Buffer.concat(values.map((value) => uint32.le(value).subarray(0, 3)));
  const canvas = Buffer.concat([uint32.le(2), uint24(width - 1, height - 1)]);
  const place = Buffer.concat([uint24(0, 0, width - 1, height - 1, 40), Buffer.from([0])]);
  const frame = riffChunk('ANMF', Buffer.concat([place, still.subarray(12)]));
  const chunks = [
    Buffer.from('WEBP', 'latin1'),
    riffChunk('VP8X', canvas),
    riffChunk('ANIM', Buffer.alloc(6)),
    ...Array(count).fill(frame),
  ];
  return riffChunk('RIFF', Buffer.concat(chunks));
}

function riffChunk(type: string, data: Buffer): Buffer {
  const padding = Buffer.alloc(data.length % 2);
  return Buffer.concat([Buffer.from(type, 'latin1'), uint32.le(data.length), data, padding]);
}
