import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

const TEXT = '**/*.{js,mjs,css,html,svg,json,txt,wasm}';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Puts a `.gz` and a `.br` beside every file of a built web app that they make smaller, so that no request waits. */
export async function precompress(folder: string): Promise<void> {
  const files = globSync(TEXT, { cwd: folder }).map((file) => path.join(folder, file));
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(file);
      writeIfSmaller(`${file}.gz`, await compressGzip(content, { level: zlib.Z_BEST_COMPRESSION }), content);
      writeIfSmaller(`${file}.br`, await compressBrotli(content), content);
    }),
  );
}

function writeIfSmaller(file: string, compressed: Buffer, original: Buffer): void {
  if (compressed.length < original.length) writeFileSync(file, compressed);
}
