import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { withLock } from '../tools/lock.ts';
import { runQuietly } from '../tools/run-quietly.ts';
import { shellEnvironment } from '../tools/shell-environment.ts';
import { runFolder } from './run-folder.ts';

/**
 * What `sam build` makes of the checkout, with the settings of samconfig.toml. The first test file that asks
 * builds, the others of the same run share it: nobody may change anything in it.
 *
 * @returns the folder; the root template is template.yaml in it
 */
export async function samBuild(): Promise<string> {
  const folder = path.join(runFolder(), 'build');
  // The build writes into the source folders too, so runs beside this one wait.
  await withLock(path.join(CHECKOUT, '.cache/stacks/build.lock'), async () => {
    const stamp = `${folder}.finished`;
    if (existsSync(stamp)) return;
    await rm(folder, { recursive: true, force: true });
    const args = ['build', '--build-dir', folder];
    await runQuietly('Running sam build', 'sam', args, { cwd: CHECKOUT, env: shellEnvironment() });
    await writeFile(stamp, '');
  });
  return folder;
}
