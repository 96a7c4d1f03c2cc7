import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `Brings a folder of photographs into a gallery.

  npm run import -- FOLDER [--url URL]

  FOLDER      is read with all its subfolders; files that are there already are skipped
  --url URL   the address of the gallery (default: http://localhost:3000)
  --help      shows this

It asks for your e-mail address and password, or takes them from MOVIEFLIX_EMAIL and
MOVIEFLIX_PASSWORD, or a token from MOVIEFLIX_TOKEN. Stop it with Ctrl-C whenever you
like: the same command goes on where it stopped. It ends with 1 where some files failed.
`;

export interface ImportOrder {
  /** Absolute. */
  folder: string;
  /** The gallery's own address, ending in a slash. */
  url: URL;
}

/** Said as it is, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * @param startedIn the folder that a relative one is meant from
 * @returns `undefined` where help is wanted
 * @throws UsageError
 */
export function readCommandLine(words: string[], startedIn: string): ImportOrder | undefined {
  const { values, positionals } = parse(words);
  if (values.help) return undefined;
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new UsageError('Expected a folder: npm run import -- FOLDER [--url URL]');
  if (others.length > 0) {
    throw new UsageError(`Expected one folder but ${positionals.length} came: ${positionals.join(', ')}`);
  }
  return { folder: resolve(startedIn, folder), url: galleryUrl(values.url) };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        url: { type: 'string', default: 'http://localhost:3000' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function galleryUrl(text: string): URL {
  const url = URL.parse(text.endsWith('/') ? text : `${text}/`);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError(`Expected --url to be an address such as https://gallery.example but ${text} came`);
}
