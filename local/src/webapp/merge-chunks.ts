import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeSplittingGroup, type OutputChunk, rolldown } from 'rolldown';
import { minify } from 'terser';
import { importsOf } from './chunk-imports.ts';
import { importAtOnce } from './import-at-once.ts';
import { inlineRuntime } from './inline-runtime.ts';

const SCRIPT = /<script src="([^"]+)" type="module">/;
const PRELOADS = /<link rel="modulepreload" href="[^"]+">/g;
const ENTRY = 'main';
/** What every page needs, beside what asks for it. */
const SHELL = 'shell';
/** What rolldown calls its helpers. */
const RUNTIME = 'rolldown-runtime';
/** V8 then compiles a file's functions while it arrives, beside the page's thread, and not each when it is called. */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/**
 * Makes few chunks of what the first page of a visit needs, without what only other pages need of it, renames and
 * shortens over all of it, and has the browser compile it while it arrives. What Angular's builder leaves is twenty
 * chunks, the smallest of 250 bytes, and an eighth more when compressed. Pages stay chunks of their own.
 */
export async function mergeChunks(folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  const script = SCRIPT.exec(html)?.[1];
  if (script === undefined)
    throw new Error(`Expected a script of type module in ${page}, and there is none.`);

  const input = path.join(folder, script);
  const groups = groupsOf(folder, input);
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({
    minify: { compress: { target: 'es2022' }, mangle: true },
    codeSplitting: { groups },
    entryFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
    chunkFileNames: ({ name }) => `${withoutHash(name)}-[hash].js`,
  });
  const merged = await bundle.watchFiles;
  await bundle.close();

  const chunks = output.filter((file) => file.type === 'chunk');
  for (const file of merged) rmSync(file);
  const entry = chunkOf(chunks, ENTRY);
  const shell = chunkOf(chunks, SHELL);
  const runtime = chunkOf(chunks, RUNTIME);
  const present = new Set([entry.fileName, shell.fileName, runtime.fileName]);
  const first = new Set(groups.map((group) => group.name));
  for (const chunk of chunks.filter((each) => each !== runtime)) {
    const code = importAtOnce(inlineRuntime(chunk.code, runtime), chunks, present);
    const hint = first.has(withoutHash(chunk.name)) ? COMPILE_AT_ONCE : '';
    writeFileSync(path.join(folder, chunk.fileName), hint + (await shortest({ ...chunk, code })));
  }
  const preload = `<link rel="modulepreload" href="${shell.fileName}">`;
  const newScript = `${preload}<script src="${entry.fileName}"`;
  writeFileSync(page, html.replace(PRELOADS, '').replace(`<script src="${script}"`, newScript));
}

function chunkOf(chunks: readonly OutputChunk[], name: string): OutputChunk {
  const chunk = chunks.find((candidate) => withoutHash(candidate.name) === name);
  if (chunk === undefined) throw new Error(`Expected a chunk called ${name} in the build of the web app.`);
  return chunk;
}

/**
 * What a visit begins with, in few files: what asks for all else, what every page needs, and what each of the pages needs
 * beside that visitors come to first. The earlier group takes what several want.
 */
function groupsOf(folder: string, entry: string): CodeSplittingGroup[] {
  const neededBy = (name: string) => {
    const chunks = globSync(`${name}-*.js`, { cwd: folder }).map((file) => path.join(folder, file));
    return new Set([...chunks, ...importsOf(chunks)]);
  };
  const gallery = neededBy('gallery-page');
  const films = neededBy('films-page');
  const film = neededBy('film-page');
  const wanted = [
    { name: ENTRY, ids: importsOf([entry]).add(entry) },
    { name: SHELL, ids: new Set([...neededBy('start'), ...[...gallery].filter((id) => films.has(id))]) },
    { name: 'gallery', ids: gallery },
    { name: 'posters', ids: new Set([...film].filter((id) => films.has(id))) },
    { name: 'films', ids: films },
    { name: 'film', ids: film },
    { name: 'sign-in', ids: neededBy('sign-in-page') },
  ];
  return wanted.map(({ name, ids }, index) => ({
    name,
    test: (id) => ids.has(id),
    priority: wanted.length - index,
  }));
}

/** What everybody fetches is worth five more seconds, for 2 % of it. */
async function shortest({ code, name }: OutputChunk): Promise<string> {
  if (![ENTRY, SHELL, 'gallery'].includes(withoutHash(name))) return code;
  // Statements compress better than the commas that they could be joined by. Nothing here has a getter that does more.
  const compress = { ecma: 2022, passes: 2, sequences: false, pure_getters: true } as const;
  const options = { module: true, ecma: 2022, compress } as const;
  return (await minify(code, options)).code ?? code;
}

function withoutHash(name: string): string {
  return name.replace(/-[\w-]{8}$/, '');
}
