import { uint32 } from '../bytes.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2). */
export function box(type: string, ...content: Buffer[]): Buffer {
  const data = Buffer.concat(content);
  return Buffer.concat([uint32.be(8 + data.length), Buffer.from(type, 'latin1'), data]);
}

/** A box that begins with its version and flags. */
export function fullBox(type: string, version: number, flags: number, ...content: Buffer[]): Buffer {
  return box(type, uint32.be(version * 2 ** 24 + flags), ...content);
}

export interface Box {
  type: string;
  /** All of it, its header included. */
  whole: Buffer;
  content: Buffer;
}

/** The boxes that lie one after the other in `bytes`. */
export function boxesIn(bytes: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at < bytes.length; at += found.at(-1)!.whole.length) {
    const whole = bytes.subarray(at, at + bytes.readUInt32BE(at));
    found.push({ type: whole.toString('latin1', 4, 8), whole, content: whole.subarray(8) });
  }
  return found;
}

/** The content of the first box of a type. */
export function contentOf(bytes: Buffer, type: string): Buffer {
  const found = boxesIn(bytes).find((one) => one.type === type);
  if (!found) throw new Error(`Expected a box ${type} among ${boxesIn(bytes).map((one) => one.type)}`);
  return found.content;
}
