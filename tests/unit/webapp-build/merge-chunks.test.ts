import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-chunks-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own: what is native in the bundler takes no objects of the test's realm. */
function mergeChunks(): void {
  const module = path.join(CHECKOUT, 'local/src/webapp/merge-chunks.ts');
  const script = `import { mergeChunks } from ${JSON.stringify(module)}; await mergeChunks(process.argv[1]);`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, folder]);
}

/** As Angular's builder leaves it: small chunks that the entry, the app and the pages share. */
const BUILT = {
  'index.html':
    '<link rel="modulepreload" href="chunk-AAAAAAAA.js"><script src="main-AAAAAAAA.js" type="module">',
  'main-AAAAAAAA.js': `import { a } from './chunk-AAAAAAAA.js';
    globalThis.pages = { gallery: () => import('./gallery-page-AAAAAAAA.js'), films: () => import('./films-page-AAAAAAAA.js'),
      trash: () => import('./trash-page-AAAAAAAA.js') };
    globalThis.starting = import('./start-AAAAAAAA.js');
    globalThis.said = a;`,
  'start-AAAAAAAA.js': `import { a } from './chunk-AAAAAAAA.js'; import { b } from './chunk-BBBBBBBB.js';
    export const start = () => 'started, ' + a + b;`,
  'chunk-AAAAAAAA.js': `export const a = 'said by all';`,
  'chunk-BBBBBBBB.js': `export const b = 'said by pages';`,
  'chunk-CCCCCCCC.js': `export const c = 'said by films and trash';`,
  'chunk-DDDDDDDD.js': `export const d = 'said by films and trash, too';`,
  'chunk-EEEEEEEE.js': `export const e = 'said by gallery and films';`,
  'gallery-page-AAAAAAAA.js': `import { a } from './chunk-AAAAAAAA.js'; import { b } from './chunk-BBBBBBBB.js';
    import { e } from './chunk-EEEEEEEE.js'; export default a + b + e;`,
  'films-page-AAAAAAAA.js': `import { b } from './chunk-BBBBBBBB.js'; import { c } from './chunk-CCCCCCCC.js';
    import { d } from './chunk-DDDDDDDD.js'; import { e } from './chunk-EEEEEEEE.js'; export default b + c + d + e;`,
  'trash-page-AAAAAAAA.js': `import { c } from './chunk-CCCCCCCC.js'; import { d } from './chunk-DDDDDDDD.js';
    export default c + d;`,
};

beforeAll(() => {
  for (const [name, content] of Object.entries(BUILT)) writeFileSync(path.join(folder, name), content);
  mergeChunks();
});

/** The name of a chunk with its hash. */
function chunk(name: string): string {
  const file = readdirSync(folder).find((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));
  return file ?? `no chunk ${name}`;
}

test('what a page needs is one file beside what every page needs', () => {
  const names = readdirSync(folder).map((name) => name.replace(/-[\w-]{8}\./, '.'));
  expect(names.sort()).toEqual([
    'films.js',
    'gallery.js',
    'index.html',
    'main.js',
    'shell.js',
    'trash-page.js',
  ]);
  const gallery = readFileSync(path.join(folder, chunk('gallery')), 'utf8');
  expect(gallery).not.toContain('said by gallery and films');
  expect(readFileSync(path.join(folder, chunk('shell')), 'utf8')).toContain('said by gallery and films');
});

test('the page asks at once for all that every page needs, and a page’s code for all that this needs', () => {
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe(
    `<link rel="modulepreload" href="${chunk('shell')}"><script src="${chunk('main')}" type="module">`,
  );
  const main = readFileSync(path.join(folder, chunk('main')), 'utf8');
  expect(main).toContain(`Promise.all([import("./${chunk('films')}"),import("./${chunk('trash-page')}")])`);
});

test('what a visit begins with asks to be compiled while it arrives, and other pages do not', () => {
  const hinted = readdirSync(folder).filter((file) =>
    readFileSync(path.join(folder, file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
  );
  expect(hinted.sort()).toEqual(['films', 'gallery', 'main', 'shell'].map(chunk));
});

test('the merged chunks do what the small ones did', async () => {
  await import(path.join(folder, chunk('main')));
  const { pages, said, starting } = globalThis as unknown as {
    pages: Record<string, () => Promise<{ default: string }>>;
    said: string;
    starting: Promise<{ start(): string }>;
  };
  expect(said).toBe('said by all');
  expect((await starting).start()).toBe('started, said by allsaid by pages');
  expect((await pages['films']!()).default).toBe(
    'said by pagessaid by films and trashsaid by films and trash, toosaid by gallery and films',
  );
  expect((await pages['trash']!()).default).toContain('said by films and trash');
  expect((await pages['gallery']!()).default).toBe('said by allsaid by pagessaid by gallery and films');
});
