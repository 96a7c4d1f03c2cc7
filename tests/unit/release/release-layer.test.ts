import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RELEASE_PACKAGE, type ReleaseManifest, ROLES } from '@movieflix/contracts/release-manifest';
import { CHECKOUT } from '../../runner/run-program.ts';
import {
  buildRelease,
  packageFolder,
  readManifest,
  type TestFolder,
  testFolder,
  unpack,
} from './built-layers.ts';

let layers: TestFolder;
let release: string;
let manifest: ReleaseManifest;

beforeAll(() => {
  layers = testFolder();
  for (const name of ['first', 'second']) buildRelease(path.join(layers.folder, name));
  release = packageFolder(path.join(layers.folder, 'first'), RELEASE_PACKAGE);
  manifest = readManifest(release);
  for (const role of ROLES) unpack(path.join(release, `${role}.tar.gz`), path.join(layers.folder, role));
});
afterAll(() => layers[Symbol.dispose]());

function filesBelow(folder: string): string[] {
  const entries = globSync('**', { cwd: folder, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

test('two builds give the same bytes', () => {
  const second = packageFolder(path.join(layers.folder, 'second'), RELEASE_PACKAGE);
  const files = filesBelow(release);
  expect(filesBelow(second)).toEqual(files);
  const differing = files.filter(
    (file) => !readFileSync(path.join(release, file)).equals(readFileSync(path.join(second, file))),
  );
  expect(differing).toEqual([]);
});

test('the manifest names every file with its size and SHA-256', () => {
  const named = [...Object.values(manifest.archives), ...manifest.website];
  expect(named.map(({ file }) => file).sort()).toEqual(
    filesBelow(release).filter((file) => file !== 'manifest.json'),
  );
  for (const { file, bytes, sha256 } of named) {
    const content = readFileSync(path.join(release, file));
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
  }
});

test.each(ROLES)('the archive for %s holds all files of its hosts', (role) => {
  const unpacked = filesBelow(path.join(layers.folder, role));
  const expected = ['base', role].flatMap((name) => filesBelow(path.join(CHECKOUT, 'hosts', name)));
  expect(unpacked).toEqual(expect.arrayContaining(expected));
});

test('every file of the web app is on the website and on the web servers', () => {
  const built = filesBelow(path.join(CHECKOUT, 'webapp/dist')).filter(
    (file) => !/\.(gz|br)$|^fingerprint\.txt$/.test(file),
  );
  expect(manifest.website.map(({ key }) => key).sort()).toEqual(built);
  const served = filesBelow(path.join(layers.folder, 'web/website'));
  expect(served.filter((file) => !/\.(gz|br)$/.test(file))).toEqual(built);
});

test('compressed variants hold what they stand for', () => {
  const folder = path.join(layers.folder, 'web/website');
  const variants = filesBelow(folder).filter((file) => /\.(gz|br)$/.test(file));
  expect(variants.length).toBeGreaterThan(20);
  for (const variant of variants) {
    const bytes = readFileSync(path.join(folder, variant));
    const plain = readFileSync(path.join(folder, variant.slice(0, -3)));
    const unpacked = variant.endsWith('.gz') ? gunzipSync(bytes) : brotliDecompressSync(bytes);
    expect(unpacked.equals(plain)).toBe(true);
  }
});

test('the website keeps hashed files for ever and asks for the others again', () => {
  const fileNamed = (pattern: RegExp) => manifest.website.find(({ key }) => pattern.test(key));
  expect(fileNamed(/^main-.*\.js$/)).toMatchObject({
    contentType: 'text/javascript; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable',
    contentEncoding: 'gzip',
  });
  expect(fileNamed(/\.woff2$/)).toMatchObject({ contentType: 'font/woff2' });
  expect(fileNamed(/\.woff2$/)).not.toHaveProperty('contentEncoding');
  for (const page of ['index.html', 'error.html', 'config.json', 'favicon.svg']) {
    const served = manifest.website.find(({ key }) => key === page);
    expect(served).toMatchObject({ key: page, cacheControl: 'no-cache' });
    expect(served).not.toHaveProperty('contentEncoding');
  }
});

test('nothing that only developers need, and no secret, is in a release', () => {
  for (const role of ROLES) {
    const folder = path.join(layers.folder, role);
    for (const file of filesBelow(folder)) {
      expect(file).not.toMatch(/\.map$|\.test\.ts$|\.d\.ts$|(^|\/)\.env|\.pem$|\.key$/);
    }
    expect(existsSync(path.join(folder, 'website/fingerprint.txt'))).toBe(false);
  }
  for (const [file, module] of modulesOfServer()) {
    expect([file, module.includes('sourceMappingURL=data:')]).toEqual([file, false]);
    expect([file, module.includes(CHECKOUT)]).toEqual([file, false]);
  }
});

test('the server and the command beside it share what both use', () => {
  const modules = modulesOfServer();
  expect([...modules.keys()]).toEqual(expect.arrayContaining(['main.js', 'reconcile.js']));
  const sources = [...modules.values()].flatMap(sourcesOf);
  expect(sources.length).toBeGreaterThan(50);
  expect(new Set(sources).size).toBe(sources.length);
  const bytes = [...modules.values()].reduce((sum, module) => sum + module.length, 0);
  expect(modules.get('reconcile.js')!.length).toBeLessThan(bytes / 20);
});

/** Above what it takes from a source, esbuild names it; in a module sometimes twice. */
function sourcesOf(module: string): string[] {
  return [...new Set(module.match(/^\/\/ \S+\/src\/\S+\.ts$/gm) ?? [])];
}

function modulesOfServer(): Map<string, string> {
  const folder = path.join(layers.folder, 'api/server');
  const files = globSync('*.js', { cwd: folder });
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
