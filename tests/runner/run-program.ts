import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const CHECKOUT = path.join(import.meta.dirname, '../..');

/** Only to end what hangs. */
const LONGEST_MS = 60 * 60_000;

/** Runs one of node_modules' programs with its output shown. Returns its exit code, or the signal that ended it. */
export async function runProgram(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number | string> {
  const child = spawn(process.execPath, [path.join(CHECKOUT, 'node_modules', script), ...args], {
    cwd: CHECKOUT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: LONGEST_MS,
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const [code, signal] = await once(child, 'close');
  process.removeListener('exit', endWithUs);
  return code ?? signal;
}
