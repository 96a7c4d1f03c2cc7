import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { fetchPackage, lockedPackage } from '@movieflix/release-build/packages/fetch-package.ts';
import { CHECKOUT } from '../../runner/run-program.ts';
import { testFolder } from './built-layers.ts';

/** ELF's number for the processor of a program, at byte 18 of its header. */
const ELF_MACHINES = { arm64: 183, x64: 62 };

test.each(['arm64', 'x64'] as const)(
  'packages for %s are fetched whatever the machine is',
  async (processor) => {
    const files = await fetchPackage(CHECKOUT, `@node-rs/argon2-linux-${processor}-gnu`, /\.node$/);
    expect([...files.keys()]).toEqual([`argon2.linux-${processor}-gnu.node`]);
    const [program] = files.values();
    expect(program?.readUInt16LE(18)).toBe(ELF_MACHINES[processor]);
  },
);

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

test('a package without the wanted file is refused', async () => {
  const name = '@node-rs/argon2-linux-x64-gnu';
  await expect(fetchPackage(CHECKOUT, name, /^nothing$/)).rejects.toThrow('found no such file');
});
