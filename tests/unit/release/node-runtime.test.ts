import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import {
  ARCHITECTURES,
  NODE_RUNTIME_PACKAGE,
  type NodeRuntimeManifest,
} from '@movieflix/contracts/release-manifest';
import { buildNodeRuntimeLayer, NODE_PACKAGES } from '@movieflix/release-build/node-runtime-layer.ts';
import { fetchPackage, lockedPackage } from '@movieflix/release-build/packages/fetch-package.ts';
import { CHECKOUT, packageFolder, readManifest, testFolder, unpack } from './built-layers.ts';

/** ELF's number for the processor of a program, at byte 18 of its header. */
const ELF_MACHINES = { arm64: 183, x86_64: 62 };
const HERE = process.arch === 'arm64' ? 'arm64' : 'x86_64';

test('the layer holds the Node that the lockfile pins, for each architecture', async () => {
  using layer = testFolder();
  await buildNodeRuntimeLayer(CHECKOUT, layer.folder);
  const folder = packageFolder(layer.folder, NODE_RUNTIME_PACKAGE);
  const manifest = readManifest<NodeRuntimeManifest>(folder);
  for (const architecture of ARCHITECTURES) {
    const target = path.join(layer.folder, architecture);
    unpack(path.join(folder, manifest.archives[architecture].file), target);
    const program = readFileSync(path.join(target, 'node/bin/node'));
    expect(program.readUInt16LE(18)).toBe(ELF_MACHINES[architecture]);
  }
  const said = execFileSync(path.join(layer.folder, HERE, 'node/bin/node'), ['--version'], {
    encoding: 'utf8',
  });
  expect(said.trim()).toBe(`v${lockedPackage(CHECKOUT, NODE_PACKAGES[HERE]).version}`);
});

test('a package that is not the one that the lockfile pins is refused', async () => {
  using checkout = testFolder();
  const name = '@node-rs/argon2-linux-x64-gnu';
  const { version } = lockedPackage(CHECKOUT, name);
  const packages = { [`node_modules/${name}`]: { version, integrity: 'sha512-other' } };
  writeFileSync(path.join(checkout.folder, 'package-lock.json'), JSON.stringify({ packages }));
  await expect(fetchPackage(checkout.folder, name, /./)).rejects.toThrow('to be sha512-other');
});

test('a package that the lockfile does not pin is refused', async () => {
  await expect(fetchPackage(CHECKOUT, 'left-pad', /./)).rejects.toThrow('to pin left-pad');
});
