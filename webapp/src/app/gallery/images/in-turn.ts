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

/** What was done, and why not all of it. */
export function withProblem(sentence: string, problem: string): string {
  return `${sentence} ${problem}`.trimEnd();
}
