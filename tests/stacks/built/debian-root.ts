import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { withLock } from '../tools/lock.ts';
import { runQuietly } from '../tools/run-quietly.ts';

/** As Debian names them. */
export type DebianArchitecture = 'amd64' | 'arm64';

const FOLDER = path.join(CHECKOUT, '.cache/debian');

/** The release that the hosts run. */
const RELEASE = 'trixie';

const SOURCES = `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian ${RELEASE} main\n`;

/**
 * A folder that holds the files of some of Debian's packages, unpacked, for whatever processor: not installed,
 * so nothing on this machine changes and nobody need be root. Kept in .cache, since a mirror has it again.
 *
 * @param name of the folder; another list of packages wants another name
 * @throws Error where this machine has no apt or the mirror cannot be reached
 */
export async function debianRoot(
  name: string,
  architecture: DebianArchitecture,
  packages: string[],
): Promise<string> {
  const root = path.join(FOLDER, `${RELEASE}-${architecture}-${name}`);
  if (existsSync(root)) return root;
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/share/keyrings/debian-archive-keyring.gpg'))
    throw new Error(
      `it unpacks packages of Debian ${RELEASE} for ${architecture}, which needs Debian's apt-get`,
    );
  await mkdir(FOLDER, { recursive: true });
  await withLock(`${root}.lock`, async () => {
    if (existsSync(root)) return;
    await rm(`${root}.new`, { recursive: true, force: true });
    await unpack(packages, await download(packages, architecture, `${root}.new/apt`), `${root}.new/root`);
    await rename(`${root}.new/root`, root);
    await rm(`${root}.new`, { recursive: true, force: true });
  });
  return root;
}

/** An apt of its own: it knows this one mirror, believes that nothing is installed, and touches no other folder. */
async function download(packages: string[], architecture: DebianArchitecture, folder: string) {
  const folders = [
    'etc/sources.list.d',
    'etc/preferences.d',
    'state/lists/partial',
    'cache/archives/partial',
    'debs',
  ];
  for (const name of folders) await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, 'etc/sources.list'), SOURCES);
  await writeFile(path.join(folder, 'status'), '');
  const settings = [
    `APT::Architecture=${architecture}`,
    `Dir::Etc=${folder}/etc`,
    `Dir::State=${folder}/state`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
  ].flatMap((setting) => ['-o', setting]);
  const about = `Fetching Debian's ${packages.join(', ')} for ${architecture}`;
  const cwd = path.join(folder, 'debs');
  await runQuietly(about, 'apt-get', [...settings, '-qq', 'update'], { cwd });
  await runQuietly(about, 'apt-get', [...settings, '-qq', 'download', ...packages], { cwd });
  return cwd;
}

async function unpack(packages: string[], debs: string, root: string): Promise<void> {
  // Debian's own base-files makes these links; without it a program's /lib/ld-linux... is not found.
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    await mkdir(path.join(root, 'usr', name), { recursive: true });
    await symlink(`usr/${name}`, path.join(root, name));
  }
  const files = await readdir(debs);
  if (files.length < packages.length)
    throw new Error(`expected ${packages.join(', ')} but got ${files.join(', ')}`);
  for (const file of files)
    await runQuietly(`Unpacking ${file}`, 'dpkg-deb', ['--extract', path.join(debs, file), root]);
}
