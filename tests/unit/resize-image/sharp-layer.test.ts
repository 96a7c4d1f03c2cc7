import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { copyForRunTime } from '../../../functions/resize-image/sharp-layer/copy-for-run-time.ts';
import { installLocked } from '../../../functions/resize-image/sharp-layer/install-locked.ts';
import { layerPackages } from '../../../functions/resize-image/sharp-layer/layer-packages.ts';
import { CHECKOUT } from '../../runner/run-program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'movieflix-sharp-layer-test-'));
});

afterEach(() => rm(folder, { recursive: true }));

test.each(['arm64', 'x64'] as const)(
  'the layer for %s holds everything that sharp depends on',
  async (cpu) => {
    const { packages } = JSON.parse(await readFile(join(CHECKOUT, 'package-lock.json'), 'utf8'));
    const names = Object.keys(layerPackages(cpu));
    const native = packages[`node_modules/@img/sharp-linux-${cpu}`];
    const wanted = { ...packages['node_modules/sharp'].dependencies, ...native.optionalDependencies };
    expect(names).toEqual(expect.arrayContaining(Object.keys(wanted)));
    for (const name of names) expect(packages[`node_modules/${name}`].integrity).toMatch(/^sha512-/);
  },
);

test('only what is needed at run time is copied, with manifest and licence', async () => {
  const source = join(folder, 'source');
  await mkdir(join(source, 'lib'), { recursive: true });
  for (const file of ['package.json', 'LICENSE.md', 'README.md', 'lib/index.js', 'lib/index.d.ts']) {
    await writeFile(join(source, file), file);
  }
  await copyForRunTime(source, ['lib/*.js'], join(folder, 'target'));
  const copied = await readdir(join(folder, 'target'), { recursive: true });
  expect(copied.sort()).toEqual(['LICENSE.md', 'lib', 'lib/index.js', 'package.json']);
});

test('a package that has been laid out anew fails the build instead of leaving a part out', async () => {
  await writeFile(join(folder, 'package.json'), '{}');
  await expect(copyForRunTime(folder, ['dist/*.cjs'], join(folder, 'target'))).rejects.toThrow(
    `Expected files like dist/*.cjs in ${folder}, but there are none`,
  );
});

test('a package that is not locked is refused before npm is asked', async () => {
  await expect(installLocked(['left-pad'], folder)).rejects.toThrow(
    'Expected package-lock.json to hold left-pad with its integrity hash',
  );
  expect(await readdir(folder)).toEqual([]);
});
