import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { samBuild } from '../build/sam-build.ts';
import { builtFolder, FUNCTIONS } from './built-stacks.ts';
import { filesOf } from './files-of.ts';

const MINUTES = 60_000;

beforeAll(async () => {
  await samBuild();
}, 10 * MINUTES);

describe.each(FUNCTIONS)('the bundle of %s', (name) => {
  let folder: string;
  let code: string;

  beforeAll(async () => {
    folder = await builtFolder(name);
    code = await readFile(path.join(folder, 'handler.js'), 'utf8');
  });

  test('is one file of less than a megabyte', async () => {
    expect(await filesOf(folder)).toEqual(['handler.js']);
    expect(code.length).toBeLessThan(1024 * 1024);
  });

  test('is minified CommonJS', () => {
    expect(code).toMatch(/^"use strict";/);
    expect(code).toMatch(/\bmodule\.exports=/);
    // Licences keep their lines.
    const lines = code.split('\n').filter((line) => line.trim() !== '');
    expect(code.length / lines.length).toBeGreaterThan(200);
  });
});

test('the resize function leaves sharp and libheif to its layer', async () => {
  const folder = await builtFolder('StorageStack/ResizeFunction');
  const code = await readFile(path.join(folder, 'handler.js'), 'utf8');
  expect(code).toContain('require("sharp")');
  expect(code).toMatch(/require\("libheif-js\//);
  expect(code).not.toContain('libvips');
});
