import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-chunks-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own: what is native in the bundler takes no objects of the test's realm. */
function mergeChunks(): void {
  const module = path.join(CHECKOUT, 'local/src/webapp/merge-chunks.ts');
  const script = `import { mergeChunks } from ${JSON.stringify(module)}; await mergeChunks(process.argv[1]);`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, folder]);
}

/** As Angular's builder leaves it: small chunks that the entry and the pages share. */
const BUILT = {
  'index.html':
    '<link rel="modulepreload" href="chunk-AAAAAAAA.js"><script src="main-AAAAAAAA.js" type="module">',
  'main-AAAAAAAA.js': `import { a } from './chunk-AAAAAAAA.js';
    globalThis.pages = { gallery: () => import('./gallery-page-AAAAAAAA.js'), films: () => import('./films-page-AAAAAAAA.js'),
      trash: () => import('./trash-page-AAAAAAAA.js') };
    globalThis.said = a;`,
  'chunk-AAAAAAAA.js': `export const a = 'said by all';`,
  'chunk-BBBBBBBB.js': `export const b = 'said by pages';`,
  'chunk-CCCCCCCC.js': `export const c = 'said by films and trash';`,
  'chunk-DDDDDDDD.js': `export const d = 'said by films and trash, too';`,
  'gallery-page-AAAAAAAA.js': `import { a } from './chunk-AAAAAAAA.js'; import { b } from './chunk-BBBBBBBB.js';
    export default a + b;`,
  'films-page-AAAAAAAA.js': `import { b } from './chunk-BBBBBBBB.js'; import { c } from './chunk-CCCCCCCC.js';
    import { d } from './chunk-DDDDDDDD.js'; export default b + c + d;`,
  'trash-page-AAAAAAAA.js': `import { c } from './chunk-CCCCCCCC.js'; import { d } from './chunk-DDDDDDDD.js';
    export default c + d;`,
};

test('a page comes with what it imports in two requests, made at once', async () => {
  for (const [name, content] of Object.entries(BUILT)) writeFileSync(path.join(folder, name), content);
  mergeChunks();

  const names = readdirSync(folder).map((name) => name.replace(/-[\w-]{8}\./, '.'));
  expect(names.sort()).toEqual([
    'films-page.js',
    'films.js',
    'gallery-page.js',
    'index.html',
    'main.js',
    'shell.js',
    'trash-page.js',
  ]);
  const files = readdirSync(folder);
  const [main = '', shell = '', films = '', filmsPage = ''] = ['main', 'shell', 'films', 'films-page'].map(
    (name) => files.find((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file)),
  );
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe(
    `<link rel="modulepreload" href="${shell}"><script src="${main}" type="module">`,
  );
  const entry = readFileSync(path.join(folder, main), 'utf8');
  expect(entry).toContain(`Promise.all([import("./${films}"),import("./${filmsPage}")])`);

  await import(path.join(folder, main));
  const { pages, said } = globalThis as unknown as {
    pages: Record<string, () => Promise<{ default: string }>>;
    said: string;
  };
  expect(said).toBe('said by all');
  expect((await pages['films']!()).default).toBe(
    'said by pagessaid by films and trashsaid by films and trash, too',
  );
  expect((await pages['trash']!()).default).toContain('said by films and trash');
  expect((await pages['gallery']!()).default).toBe('said by allsaid by pages');
});
