import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { minify } from 'terser';
import { importsOf } from './chunk-imports.ts';
import { type Halves, splitDeclarations } from './split-declarations.ts';

const ENTRY = /<script src="([^"]+)" type="module">/;
const PRELOADS = /<link rel="modulepreload" href="[^"]+">/g;
/** The page whose parts everybody gets with the shell, so that it needs one more request and not five. */
const FIRST_PAGE = 'gallery-page-*.js';
const SHELL = 'shell';
/** Smaller chunks are of one piece. */
const SPLIT_FROM_BYTES = 20_000;
const KEPT = '?kept';
const MOVED = '?moved';

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
  const bundle = await rolldown({ input, plugins: [splitChunks(wanted)] });
  const { output } = await bundle.generate({
    minify: { compress: { target: 'es2022' }, mangle: true },
    codeSplitting: {
      groups: [{ name: SHELL, test: (id) => !id.endsWith(MOVED) && wanted.has(withoutQuery(id)) }],
    },
    entryFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
    chunkFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
  });
  await bundle.close();

  const chunks = output.filter((file) => file.type === 'chunk');
  const merged = chunks.flatMap(({ moduleIds }) => moduleIds.map(withoutQuery));
  for (const file of merged) rmSync(file, { force: true });
  for (const chunk of chunks) writeFileSync(path.join(folder, chunk.fileName), await shortest(chunk));
  writeFileSync(page, withEntry(html, entry, chunks.find(({ isEntry }) => isEntry)!));
}

/** Makes two modules of each large chunk: what is wanted of it, and what is not. */
function splitChunks(wanted: ReadonlyMap<string, ReadonlySet<string>>): Plugin {
  const halves = new Map<string, Halves>();
  return {
    name: 'split-chunks',
    resolveId(source, importer) {
      if (source.endsWith(KEPT) || source.endsWith(MOVED)) return source;
      return importer && path.join(path.dirname(importer), source);
    },
    load(id) {
      const file = withoutQuery(id);
      if (id.endsWith(KEPT)) return halves.get(file)!.kept.code;
      if (id.endsWith(MOVED)) return { code: halves.get(file)!.moved.code, moduleSideEffects: false };
      const code = readFileSync(file, 'utf8');
      const names = wanted.get(file);
      if (!names || code.length < SPLIT_FROM_BYTES) return code;
      const split = splitDeclarations(code, names, `${file}${KEPT}`);
      halves.set(file, split);
      const list = (query: string, exports: readonly string[]) =>
        `export {${exports.join(', ')}} from ${JSON.stringify(`${file}${query}`)};`;
      return {
        code: `${list(KEPT, split.kept.exports)}\n${list(MOVED, split.moved.exports)}`,
        moduleSideEffects: false,
      };
    },
  };
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

function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, '');
}
