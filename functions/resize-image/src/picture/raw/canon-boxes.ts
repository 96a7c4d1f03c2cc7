import { boxes, contentOf } from '../boxes.ts';

/** The box of a CR3 file in which Canon keeps what its cameras wrote. */
const CANON_BOX = Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex');

/** The content of one of Canon's boxes of a CR3 file, such as `CMT1`, each of which is a TIFF structure. */
export function canonBox(raw: Buffer, wanted: string): Buffer | undefined {
  for (const { type, content } of boxes(contentOf(raw, 'moov'))) {
    if (type !== 'uuid' || !content.subarray(0, 16).equals(CANON_BOX)) continue;
    const found = contentOf(content.subarray(16), wanted);
    if (found.length > 0) return found;
  }
  return undefined;
}
