import type { Size } from '@movieflix/contracts';
import { type Pixels, pipelineFrom, pixelsOf } from './pixels.ts';

/**
 * The pixels of every size, each shrunk from the next larger one.
 *
 * @param largest pixels of the last of `ascending`
 * @returns as many as `ascending`, in its order
 */
export async function cascade(largest: Pixels, ascending: Size[]): Promise<Pixels[]> {
  const made = [largest];
  for (const { width, height } of ascending.slice(0, -1).reverse()) {
    // Width and height are both given: rounding one from the other could be one pixel off what is reported.
    made.unshift(await pixelsOf(pipelineFrom(made[0]!).resize(width, height, { fit: 'fill' })));
  }
  return made;
}
