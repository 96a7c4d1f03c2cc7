import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_FOLDER, filesBesidePackages } from './files-beside-packages.ts';

/** The programs of the API: the server that systemd runs, and the command that operators run (hosts/api/reconcile). */
const PROGRAMS = ['main.ts', 'reconcile.ts'];

/** CommonJS packages inside an ES module still want `require`, for what Node itself brings and for native parts. */
const BANNER = [
  "import { createRequire } from 'node:module';",
  'const require = createRequire(import.meta.url);',
  `const ${BUNDLE_FOLDER} = import.meta.dirname;`,
].join(' ');

/**
 * Bundles the API's programs and every package they use into ES modules: one a program, and what they share beside
 * them, so that the release has it once. Readable, for the sake of stack traces.
 *
 * Left out are native parts, and what its packages use only where it is installed.
 *
 * @returns the modules by their names; all belong into one folder
 */
export async function bundleApi(checkout: string): Promise<Map<string, string>> {
  const folder = path.join(checkout, 'api-server/src');
  const { outputFiles } = await build({
    entryPoints: PROGRAMS.map((program) => path.join(folder, program)),
    absWorkingDir: checkout,
    // Nothing is written; it is where the modules would lie, for their names.
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'shared-[hash]',
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
  return new Map(outputFiles.map((file) => [path.relative(folder, file.path), file.text]));
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
