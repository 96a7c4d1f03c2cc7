import type { Image } from '../api/api-types';
import { texts } from '../language/texts';

/** Why no picture could be made of an image's file: a sentence for whoever uploaded it. */
export function failureSentence({ failure }: Pick<Image, 'failure'>): string {
  const { failures, faults } = texts();
  return failure === null ? faults.noPicture : (failures[failure.reason] ?? failure.message);
}
