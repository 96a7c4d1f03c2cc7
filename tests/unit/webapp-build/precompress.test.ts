import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { precompress } from '@movieflix/local/webapp/precompress.ts';

const OLD = 'let old = 1;\n'.repeat(100);
const NEW = 'let fresh = 2;\n'.repeat(100);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix-precompress-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);
const write = (name: string, content: string | Buffer) => writeFileSync(at(name), content);

test('each file has a brotli and a gzip beside it, of the same content', async () => {
  write('main.js', NEW);
  await precompress(folder);
  expect(brotliDecompressSync(readFileSync(at('main.js.br'))).toString()).toBe(NEW);
  expect(gunzipSync(readFileSync(at('main.js.gz'))).toString()).toBe(NEW);
});

test('what an earlier build left is not served for the file that took its place', async () => {
  write('main.js', OLD);
  await precompress(folder);
  write('main.js', NEW);
  await precompress(folder);
  expect(brotliDecompressSync(readFileSync(at('main.js.br'))).toString()).toBe(NEW);
  expect(gunzipSync(readFileSync(at('main.js.gz'))).toString()).toBe(NEW);
});

test('nothing compressed stays without its file, or beside one that compressing makes no smaller', async () => {
  write('gone.js.br', brotliCompressSync(OLD));
  write('gone.js.gz', gzipSync(OLD));
  write('tiny.css', 'a{}');
  write('tiny.css.br', brotliCompressSync(OLD));
  write('tiny.css.gz', gzipSync(OLD));
  await precompress(folder);
  const left = ['gone.js.br', 'gone.js.gz', 'tiny.css.br', 'tiny.css.gz'].filter((name) =>
    existsSync(at(name)),
  );
  expect(left).toEqual([]);
});
