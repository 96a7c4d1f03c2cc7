/** The box of a CR3 file in which Canon keeps what its cameras wrote. */
const CANON_BOX = Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex');

/** The content of one of Canon's boxes of a CR3 file, such as `CMT1`, each of which is a TIFF structure. */
export function canonBox(raw: Buffer, type: string): Buffer | undefined {
  for (const movie of boxes(raw, 'moov')) {
    for (const box of boxes(movie, 'uuid')) {
      if (!box.subarray(0, 16).equals(CANON_BOX)) continue;
      for (const content of boxes(box.subarray(16), type)) return content;
    }
  }
  return undefined;
}

/** The contents of the boxes of one type side by side (ISO/IEC 14496-12, 4.2). */
function* boxes(bytes: Buffer, type: string): Generator<Buffer> {
  let at = 0;
  while (at + 16 <= bytes.length) {
    const isLarge = bytes.readUInt32BE(at) === 1;
    const size = isLarge ? Number(bytes.readBigUInt64BE(at + 8)) : bytes.readUInt32BE(at);
    const headerBytes = isLarge ? 16 : 8;
    if (size < headerBytes) return;
    if (bytes.toString('latin1', at + 4, at + 8) === type) yield bytes.subarray(at + headerBytes, at + size);
    at += size;
  }
}
