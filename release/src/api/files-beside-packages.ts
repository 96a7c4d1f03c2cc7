import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** What the bundle calls its own folder; bundle-api.ts defines it at the top of the bundle. */
export const BUNDLE_FOLDER = '__bundleFolder';

const USES_ITS_FOLDER = /\b__dirname\b/;

/**
 * Lets a bundled package find the files beside it: what it takes for its own folder becomes `node_modules/{package}`
 * beside the bundle.
 */
export function filesBesidePackages(): Plugin {
  return {
    name: 'files-beside-packages',
    setup(build) {
      build.onLoad({ filter: /\/node_modules\/.*\.c?js$/ }, ({ path: file }) => {
        const source = readFileSync(file, 'utf8');
        if (!USES_ITS_FOLDER.test(source)) return undefined;
        const folder = path.dirname(file.slice(file.lastIndexOf('/node_modules/') + 1));
        return { contents: `var __dirname = ${BUNDLE_FOLDER} + ${JSON.stringify(`/${folder}`)};${source}` };
      });
    },
  };
}
