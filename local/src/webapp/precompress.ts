import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

const TEXT = '**/*.{js,mjs,css,html,svg,json,txt,wasm}';
const VARIANTS = '**/*.{br,gz}';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/**
 * Puts a `.gz` and a `.br` beside every file of a built web app that they make smaller, each as small as can be, so that
 * no request waits. What an earlier build left of them goes first: servers send a variant without looking at its file.
 */
export async function precompress(folder: string): Promise<void> {
  for (const variant of globSync(VARIANTS, { cwd: folder })) rmSync(path.join(folder, variant));
  const files = globSync(TEXT, { cwd: folder }).map((file) => path.join(folder, file));
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(file);
      writeIfSmaller(`${file}.gz`, await compressGzip(content, { level: zlib.Z_BEST_COMPRESSION }), content);
      writeIfSmaller(`${file}.br`, await compressBrotli(content, brotliFor(content)), content);
    }),
  );
}

function brotliFor(content: Buffer) {
  return {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
      [zlib.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  };
}

function writeIfSmaller(file: string, compressed: Buffer, original: Buffer): void {
  if (compressed.length < original.length) writeFileSync(file, compressed);
}
