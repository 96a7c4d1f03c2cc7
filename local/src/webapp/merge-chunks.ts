import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { minify } from 'terser';
import { importsOf } from './chunk-imports.ts';

const ENTRY = /<script src="([^"]+)" type="module">/;
const PRELOADS = /<link rel="modulepreload" href="[^"]+">/g;
/** The page whose parts everybody gets with the shell, so that it needs one more request and not five. */
const FIRST_PAGE = 'gallery-page-*.js';
const SHELL = 'shell';

/**
 * Makes one chunk of what every visitor of a built web app fetches, without what only other pages need of it, and renames
 * and shortens over all of it. What Angular's builder leaves is twelve chunks, the smallest of 500 bytes, and an eighth
 * more when compressed. Pages stay chunks of their own.
 */
export async function mergeChunks(folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  const entry = ENTRY.exec(html)?.[1];
  if (entry === undefined) throw new Error(`Expected a script of type module in ${page}, and there is none.`);

  const input = path.join(folder, entry);
  const firstPage = globSync(FIRST_PAGE, { cwd: folder }).map((file) => path.join(folder, file));
  const wanted = importsOf([input, ...firstPage]);
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({
    minify: { compress: { target: 'es2022' }, mangle: true },
    codeSplitting: {
      groups: [{ name: SHELL, test: (id) => wanted.has(id) }],
    },
    entryFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
    chunkFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
  });
  await bundle.close();

  const chunks = output.filter((file) => file.type === 'chunk');
  const merged = chunks.flatMap(({ moduleIds }) => moduleIds);
  for (const file of merged) rmSync(file, { force: true });
  for (const chunk of chunks) writeFileSync(path.join(folder, chunk.fileName), await shortest(chunk));
  writeFileSync(page, withEntry(html, entry, chunks.find(({ isEntry }) => isEntry)!));
}

/** The page with the new entry, whose imports come at the same time as itself. */
function withEntry(html: string, oldEntry: string, entry: OutputChunk): string {
  const preloads = entry.imports.map((name) => `<link rel="modulepreload" href="${name}">`).join('');
  return html
    .replace(PRELOADS, '')
    .replace(`<script src="${oldEntry}"`, `${preloads}<script src="${entry.fileName}"`);
}

/** What everybody fetches is worth five more seconds, for 2 % of it. */
async function shortest({ code, isEntry, name }: OutputChunk): Promise<string> {
  if (!isEntry && name !== SHELL) return code;
  // Statements compress better than the commas that they could be joined by.
  const compress = { ecma: 2022, passes: 2, sequences: false } as const;
  const options = { module: true, ecma: 2022, compress } as const;
  return (await minify(code, options)).code ?? code;
}

function withoutHash(name: string): string {
  return name.replace(/-[\w-]{8}$/, '');
}
