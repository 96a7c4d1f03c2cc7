import { parseArgs } from 'node:util';

export const HELP = `Compares the database's images with the bucket's objects, as after a restore.

  reconcile [--mend] [--help]

  --mend   mends what can be mended; without it nothing is changed
  --help   shows this

It prints a line for each finding and a summary at the end:

  original missing             An image whose original is gone. Where an older version of it lies under a
                               delete marker, --mend copies that back, and it is resized again. Without a
                               version it is lost. What members removed for good after the moment that the
                               database was restored to comes back, too: the database knows nothing of it.
  thumbnails missing           --mend has the image resized again.
  result missing               An original that arrived more than 15 minutes ago, and whose image is still
                               pending, or failed in passing. --mend has it resized again.
  original without image       Nobody knows these bytes. --mend makes the image again, private and in the
                               place of its time, from what the original carries: its owner, file name and
                               digest. It cannot where the original carries none, or the owner is not there
                               or has the same picture again.
  thumbnails without image     Are named, and left.

It may run while the gallery is in use: every finding is looked at once more before it is named or mended, and
uploads and removals under way are none. Nothing is ever deleted. Run it again when the resizes that it started are
through.

It ends with 0 where nothing is wrong or all was mended, with 1 where something is left, and with 2 where it could
not run.
`;

export interface Order {
  help: boolean;
  mend: boolean;
}

/** Said as it is, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function readCommandLine(words: string[]): Order {
  try {
    const options = {
      help: { type: 'boolean', short: 'h', default: false },
      mend: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: words, options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nreconcile --help says what can be given.`);
  }
}
