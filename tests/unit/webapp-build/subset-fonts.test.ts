import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { subsetFonts } from '@movieflix/local/webapp/subset-fonts.ts';
import { CHECKOUT } from '../../runner/run-program.ts';

const FONT = path.join(
  CHECKOUT,
  'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function buildWith(face: string): void {
  mkdirSync(path.join(folder, 'media'), { recursive: true });
  writeFileSync(path.join(folder, 'media/inter-HASH.woff2'), readFileSync(FONT));
  writeFileSync(path.join(folder, 'index.html'), `<style>@font-face{${face}}</style>`);
}

test('of a font there is left what its face declares, under a name of its own', async () => {
  buildWith('src:url("./media/inter-HASH.woff2");font-weight:400 700;unicode-range:U+0-FF,U+20ac');
  await subsetFonts(folder);
  const [file = '', ...others] = globSync('media/*', { cwd: folder });
  expect(others).toEqual([]);
  expect(file).toMatch(/^media\/inter-[0-9a-f]{8}\.woff2$/);
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain(`url("./${file}")`);
  const bytes = readFileSync(path.join(folder, file));
  expect(bytes.toString('latin1', 0, 4)).toBe('wOF2');
  expect(bytes.length).toBeLessThan(0.7 * readFileSync(FONT).length);
});

test('a face that does not say which characters it has stops the build', async () => {
  buildWith('src:url("./media/inter-HASH.woff2");font-weight:400 700');
  await expect(subsetFonts(folder)).rejects.toThrow('unicode-range');
});
