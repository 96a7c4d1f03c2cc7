import { copyFile, glob, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const OF_EVERY_PACKAGE = ['package.json', 'LICENSE*'];

/**
 * Copies the files that match the patterns.
 *
 * @throws where a pattern matches nothing: then the package has been laid out anew, and the layer would lack a part
 */
export async function copyForRunTime(from: string, patterns: string[], to: string): Promise<void> {
  for (const pattern of [...patterns, ...OF_EVERY_PACKAGE]) {
    let copied = 0;
    for await (const file of glob(pattern, { cwd: from })) {
      await copyInto(join(from, file), join(to, file));
      copied += 1;
    }
    if (copied === 0 && patterns.includes(pattern)) {
      throw new Error(`Expected files like ${pattern} in ${from}, but there are none`);
    }
  }
}

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
