import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { withLock } from '../tools/lock.ts';
import { runQuietly } from '../tools/run-quietly.ts';

const FOLDER = path.join(CHECKOUT, '.cache/npm-packages');

/**
 * The folder of a published package, as packed: without its dependencies, and no script of it has run.
 *
 * @param sha512 of the tarball, in base64, as the registry and package-lock.json give it
 */
export async function npmPackage(name: string, version: string, sha512: string): Promise<string> {
  const folder = path.join(FOLDER, `${name.replaceAll('/', '+')}@${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(FOLDER, { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const fresh = `${folder}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    const about = `Fetching ${name} ${version} from npm`;
    const pack = ['pack', `${name}@${version}`, '--json', '--pack-destination', fresh];
    const [{ filename }] = JSON.parse(await runQuietly(about, 'npm', pack, { cwd: fresh }));
    const tarball = path.join(fresh, filename);
    const came = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (came !== sha512) throw new Error(`${name} ${version}: expected sha512 ${sha512} but ${came} came`);
    await runQuietly(`Unpacking ${filename}`, 'tar', ['--extract', '--file', tarball, '--directory', fresh]);
    await rename(path.join(fresh, 'package'), folder);
    await rm(fresh, { recursive: true });
  });
  return folder;
}
