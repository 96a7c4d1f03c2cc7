import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { minify } from 'terser';
import { importsOf } from './chunk-imports.ts';
import { importAtOnce } from './import-at-once.ts';

const ENTRY = /<script src="([^"]+)" type="module">/;
const PRELOADS = /<link rel="modulepreload" href="[^"]+">/g;
const SHELL = 'shell';
/**
 * The pages that a visit begins with, and the chunks that take what they import and the ones before have not taken: a page
 * then needs one or two more requests and not ten. The gallery's everybody gets with the shell.
 */
const FIRST_PAGES = [
  { page: 'gallery-page', chunk: SHELL },
  { page: 'films-page', chunk: 'films' },
  { page: 'film-page', chunk: 'film' },
];

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
  const groups = FIRST_PAGES.map(({ page, chunk }, index) => {
    const entries = globSync(`${page}-*.js`, { cwd: folder }).map((file) => path.join(folder, file));
    const wanted = importsOf([input, ...entries]);
    return { name: chunk, test: (id: string) => wanted.has(id), priority: FIRST_PAGES.length - index };
  });
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({
    minify: { compress: { target: 'es2022' }, mangle: true },
    codeSplitting: { groups },
    entryFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
    chunkFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
  });
  await bundle.close();

  const chunks = output.filter((file) => file.type === 'chunk');
  const merged = chunks.flatMap(({ moduleIds }) => moduleIds);
  for (const file of merged) rmSync(file, { force: true });
  const main = chunks.find(({ isEntry }) => isEntry)!;
  const present = new Set([main.fileName, ...main.imports]);
  for (const chunk of chunks) {
    const code = importAtOnce(chunk.code, chunks, present);
    writeFileSync(path.join(folder, chunk.fileName), await shortest({ ...chunk, code }));
  }
  writeFileSync(page, withEntry(html, entry, main));
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
  // Statements compress better than the commas that they could be joined by. Nothing here has a getter that does more.
  const compress = { ecma: 2022, passes: 2, sequences: false, pure_getters: true } as const;
  const options = { module: true, ecma: 2022, compress } as const;
  return (await minify(code, options)).code ?? code;
}

function withoutHash(name: string): string {
  return name.replace(/-[\w-]{8}$/, '');
}
