import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isHashed } from '@movieflix/contracts/webapp-files';
import { build } from 'esbuild';

const SOURCE = 'webapp/service-worker/service-worker.ts';
/** What a page needs to come up; pictures and what search engines read are not among it. */
const SHELL = '**/*.{js,css,html,woff2,wasm,json,svg}';

/**
 * Writes the web app's service worker into its build, with the list of the build's files in it. Angular's own would
 * ask for a version of its package that is not published for the version of Angular used here, and cannot keep one
 * member's answers from the next.
 *
 * @param built the folder of the build
 */
export async function buildServiceWorker(checkout: string, built: string): Promise<void> {
  const files = globSync(SHELL, { cwd: built })
    .filter((file) => file !== 'error.html')
    .sort();
  await build({
    entryPoints: [path.join(checkout, SOURCE)],
    outfile: path.join(built, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      SHELL_FILES: JSON.stringify(files.map((file) => shellFile(built, file))),
      'process.env.NODE_ENV': '"production"',
    },
  });
}

/** A file whose name tells its content needs no revision. */
function shellFile(built: string, file: string): { url: string; revision: string | null } {
  if (isHashed(file)) return { url: `/${file}`, revision: null };
  const content = readFileSync(path.join(built, file));
  return { url: `/${file}`, revision: createHash('sha256').update(content).digest('hex').slice(0, 16) };
}
