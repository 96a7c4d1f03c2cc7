import type { Size } from '@movieflix/contracts';
import { encodeEach, pixelsOfEach } from './plain-pixels.ts';

/** Decoded once, each size shrunk from the next larger one, and encoded at effort 2: the measure of bytes. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  return async () => encodeEach(await pixelsOfEach(original, sizes));
}
