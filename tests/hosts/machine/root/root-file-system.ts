import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../../runner/run-program.ts';
import { withLock } from '../../../stacks/tools/lock.ts';
import { runQuietly } from '../../../stacks/tools/run-quietly.ts';
import { certificateAuthority } from '../../stage/certificates.ts';
import { AUTHORITY, IMAGE_FILES, MIRROR, PACKAGES, RELEASE, STAGE_FILES } from './recipe.ts';

const CACHE = path.join(CHECKOUT, '.cache/hosts');
/** Services that packages bring must not start in the machine that installs them. */
const START_NOTHING = '/usr/sbin/policy-rc.d';
/** Each host makes its own. */
const OF_ONE_HOST = '/etc/hostname /etc/resolv.conf /etc/ssh/ssh_host_* /var/lib/dbus/machine-id';

/**
 * The root file system that every host begins with: a Debian such as AWS's image, which trusts the stage. Installed
 * from Debian's mirror where it is not cached; to be read only.
 */
export async function rootFileSystem(): Promise<string> {
  const authority = (await certificateAuthority()).certificate;
  const recipe = [await readFile(authority), JSON.stringify([PACKAGES, IMAGE_FILES, STAGE_FILES])];
  recipe.push(await readFile(import.meta.filename));
  const hash = recipe.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');
  const root = path.join(CACHE, `root-${hash.slice(0, 12)}`);
  await withLock(path.join(CACHE, 'root.lock'), async () => {
    if (!existsSync(root)) await install(root, authority);
  });
  return root;
}

async function install(root: string, authority: string): Promise<void> {
  await removeOthers();
  const unfinished = path.join(CACHE, `unfinished-${path.basename(root)}`);
  await mkdir(unfinished, { mode: 0o755 });
  const args = ['--variant=minbase', RELEASE, unfinished, MIRROR];
  await runQuietly(`Installing Debian ${RELEASE} for the hosts, once`, '/usr/sbin/debootstrap', args);
  await rm(path.join(unfinished, 'etc/apt/sources.list'), { force: true });
  await write(unfinished, IMAGE_FILES);
  await write(unfinished, { [START_NOTHING]: '#!/bin/sh\nexit 101\n' });
  await inside(unfinished, 'Asking for its updates', 'apt-get update');
  const apt = 'apt-get -o DPkg::Options::=--force-unsafe-io -o DPkg::Options::=--force-confold --yes';
  const install = `${apt} dist-upgrade && ${apt} install --no-install-recommends ${PACKAGES.join(' ')}`;
  await inside(unfinished, "Installing what AWS's image has", install);
  await write(unfinished, STAGE_FILES);
  await copyFile(authority, path.join(unfinished, AUTHORITY));
  const admit = 'update-ca-certificates && systemctl enable stage-firmware.service';
  const clear = `apt-get clean && rm -rf /var/lib/apt/lists/* ${START_NOTHING} ${OF_ONE_HOST}`;
  await inside(unfinished, 'Admitting the stage', `${admit} && ${clear} && : >/etc/machine-id`);
  await rename(unfinished, root);
}

async function inside(root: string, about: string, script: string): Promise<void> {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  await runQuietly(about, 'chroot', [root, 'sh', '-ec', script], { env });
}

async function write(root: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, text.startsWith('#!') ? 0o755 : 0o644);
  }
}

/** Roots of former recipes, but none on which a machine still runs. */
async function removeOthers(): Promise<void> {
  const mounts = await readFile('/proc/mounts', 'utf8');
  for (const name of await readdir(CACHE)) {
    const other = path.join(CACHE, name);
    if (/^(unfinished-)?root-/.test(name) && !mounts.includes(other))
      await rm(other, { recursive: true, force: true });
  }
}
