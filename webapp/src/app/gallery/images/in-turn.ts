import type { Image } from '../../core/api/api-types';
import { sentenceOf } from '../../core/errors/api-error';

/** Does a deed to one image after the other, up to the first that fails. `problem` is a sentence or empty. */
export async function inTurn(
  images: readonly Image[],
  deed: (image: Image) => Promise<void>,
): Promise<{ done: readonly Image[]; problem: string }> {
  const done: Image[] = [];
  try {
    for (const image of images) {
      await deed(image);
      done.push(image);
    }
    return { done, problem: '' };
  } catch (error) {
    return { done, problem: sentenceOf(error) };
  }
}

/** `1 image`, `2 images`. */
export function count(images: readonly Image[]): string {
  return images.length === 1 ? '1 image' : `${images.length} images`;
}
