import type { Size } from '@movieflix/contracts';
import { decodeTo } from './plain-pixels.ts';

/** Decodes to the largest rendition with sharp's own settings, and encodes nothing. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  return async () => {
    await decodeTo(original, sizes.at(-1)!);
    return [];
  };
}
