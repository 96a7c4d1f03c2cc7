import { stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ARCHITECTURES } from '@movieflix/contracts/release-manifest';
import { samBuild } from '../build/sam-build.ts';
import { builtFolder, SHARP_LAYERS } from './built-stacks.ts';
import { architectureOf } from './elf.ts';
import { filesOf } from './files-of.ts';

const MINUTES = 60_000;

/** What Lambda admits of a function and its layers together, unzipped. */
const MOST_BYTES = 250 * 1024 * 1024;

beforeAll(async () => {
  await samBuild();
}, 10 * MINUTES);

describe.each(ARCHITECTURES)("sharp's layer for %s", (architecture) => {
  let folder: string;
  let files: string[];

  beforeAll(async () => {
    folder = await builtFolder(SHARP_LAYERS[architecture]);
    files = await filesOf(folder);
  });

  test('holds machine code of this architecture alone: sharp and libvips', async () => {
    const machineCode: Record<string, string> = {};
    for (const file of files) {
      const found = await architectureOf(path.join(folder, file));
      if (found !== undefined) machineCode[path.basename(file).replace(/[-.]\d.*$/, '')] = found;
    }
    const cpu = architecture === 'arm64' ? 'arm64' : 'x64';
    expect(machineCode).toEqual({ [`sharp-linux-${cpu}`]: architecture, 'libvips-cpp.so': architecture });
  });

  test('holds what Node loads, and licences, and nothing else', () => {
    const loaded = /\.(c?js|json|node|so\.[\d.]+)$/;
    const rest = files.filter((file) => !loaded.test(file)).map((file) => path.basename(file));
    expect(rest.filter((name) => !/^LICENSE/.test(name))).toEqual([]);
    expect(files.filter((file) => !file.startsWith('nodejs/node_modules/'))).toEqual([]);
  });
});

test.each([
  ...ARCHITECTURES.map(
    (architecture) => ['StorageStack/ResizeFunction', [SHARP_LAYERS[architecture]]] as const,
  ),
  ['ReleaseStack/PublishFunction', ['ReleaseStack/ReleaseLayer', 'ReleaseStack/NodeRuntimeLayer']] as const,
])('%s with %p fits into Lambda', async (name, layers) => {
  let bytes = 0;
  for (const part of [name, ...layers]) {
    const folder = await builtFolder(part);
    for (const file of await filesOf(folder)) bytes += (await stat(path.join(folder, file))).size;
  }
  expect(bytes).toBeLessThan(MOST_BYTES);
});
