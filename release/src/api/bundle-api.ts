import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_FOLDER, filesBesidePackages } from './files-beside-packages.ts';

/** CommonJS packages inside an ES module still want `require`, for what Node itself brings and for native parts. */
const BANNER = [
  "import { createRequire } from 'node:module';",
  'const require = createRequire(import.meta.url);',
  `const ${BUNDLE_FOLDER} = import.meta.dirname;`,
].join(' ');

/**
 * Bundles the API server and every package it uses into one ES module. Readable, for the sake of stack traces.
 *
 * Left out are native parts, and what its packages use only where it is installed.
 */
export async function bundleApi(checkout: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(checkout, 'api-server/src/main.ts')],
    absWorkingDir: checkout,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    legalComments: 'eof',
    banner: { js: BANNER },
    external: ['./argon2.*', '@node-rs/argon2-*', 'pg-native'],
    plugins: [swaggerUiByItsFolder(), filesBesidePackages()],
    logLevel: 'error',
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined)
    throw new Error('Expected esbuild to make a bundle of the API, but it made none.');
  return bundle.text;
}

/** The package would bring a second copy of the whole page's script, when only its folder is asked for. */
function swaggerUiByItsFolder(): Plugin {
  return {
    name: 'swagger-ui-by-its-folder',
    setup(build) {
      build.onLoad({ filter: /\/swagger-ui-dist\/index\.js$/ }, () => ({
        contents: "exports.getAbsoluteFSPath = require('./absolute-path.js');",
      }));
    },
  };
}
