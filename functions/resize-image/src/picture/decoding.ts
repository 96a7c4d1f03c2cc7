import type { ImageMediaType } from '@movieflix/contracts';
import { Rejection } from '../rejection.ts';
import { formatName } from './format-names.ts';

// libheif calls it a memory allocation error, too, where a file claims more than its security limits allow.
const FAULTS_OF_THE_MACHINE =
  /out of memory|cannot allocate|memory allocation(?!.*security limit)|no space left|too many open files/i;
const ENDS_EARLY = /premature end|unexpected end|end of file|truncated|outside of file bounds|read error/i;

/**
 * Runs a decoder and turns its complaint about the bytes into a rejection. What the machine lacks at the moment
 * (memory, disk, handles) passes through, because trying again can help.
 *
 * @throws Rejection `broken`
 */
export async function decoding<T>(contentType: ImageMediaType, decoder: () => Promise<T>): Promise<T> {
  try {
    return await decoder();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (error instanceof Rejection || FAULTS_OF_THE_MACHINE.test(said)) throw error;
    const what = ENDS_EARLY.test(said)
      ? 'is incomplete: it ends before its picture does'
      : 'is broken: its picture cannot be decoded';
    throw new Rejection('broken', `This ${formatName(contentType)} file ${what}.`, error);
  }
}
