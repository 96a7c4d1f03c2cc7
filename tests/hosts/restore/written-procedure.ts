import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';

/**
 * The commands that docs/operations.md gives where a sentence stands, line by line, so that what is tested is what an
 * operator reads.
 *
 * @param sentence some words before the commands, on one line
 */
export async function writtenCommands(sentence: string): Promise<string[]> {
  const text = await readFile(path.join(CHECKOUT, 'docs/operations.md'), 'utf8');
  const place = text.indexOf(sentence);
  if (place < 0) throw new Error(`expected docs/operations.md to say "${sentence}"`);
  const block = /```sh\n([\s\S]*?)```/.exec(text.slice(place))?.[1] ?? '';
  return block.split('\n').filter((line) => line !== '');
}
