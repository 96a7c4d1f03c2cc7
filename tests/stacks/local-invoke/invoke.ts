import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { CHECKOUT } from '../../runner/run-program.ts';
import { samBuild } from '../build/sam-build.ts';
import { shellEnvironment } from '../tools/shell-environment.ts';

export interface Invocation {
  /** What the function returned, read from what `sam` printed. */
  result: unknown;
  /** What went to the terminal beside: sam's own lines and the function's log. */
  log: string;
}

/**
 * Types in the checkout what events/README.md says, as a person on this machine's processor does.
 *
 * @param event a file of events/
 * @param environment variables of the shell
 * @throws Error with what was printed where sam fails
 */
export async function invokeLocally(event: string, environment: NodeJS.ProcessEnv): Promise<Invocation> {
  const architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';
  const args = ['bin/run.cjs', 'events/with-local-gallery.ts', 'sam'];
  args.push('local', 'invoke', 'StorageStack/ResizeFunction', '--event', `events/${event}`);
  args.push('--parameter-overrides', `Architecture=${architecture}`, '--skip-pull-image');
  args.push('--template', path.join(await samBuild(), 'template.yaml'));
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env: shellEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, log, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${log}${printed}`);
  return { result: JSON.parse(printed), log };
}
