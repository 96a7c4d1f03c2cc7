/** A box of an ISO base media file, such as HEIC, AVIF and CR3 are. */
export interface Box {
  type: string;
  content: Buffer;
}

/** The boxes that lie side by side in `bytes` (ISO/IEC 14496-12, 4.2), as far as they make sense. */
export function* boxes(bytes: Buffer): Generator<Box> {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const isLarge = bytes.readUInt32BE(at) === 1 && at + 16 <= bytes.length;
    const size = isLarge ? Number(bytes.readBigUInt64BE(at + 8)) : bytes.readUInt32BE(at);
    const headerBytes = isLarge ? 16 : 8;
    if (size < headerBytes) return;
    yield {
      type: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + headerBytes, at + size),
    };
    at += size;
  }
}

/** The content of the first box of a type among those side by side in `bytes`, empty where there is none. */
export function contentOf(bytes: Buffer, wanted: string): Buffer {
  for (const { type, content } of boxes(bytes)) if (type === wanted) return content;
  return Buffer.alloc(0);
}
