import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWherePossible } from '../../stacks/built/describe-where-possible.ts';
import { ensureStagePrograms } from '../stage/programs.ts';
import { controlGroups, makeControlGroup, removeControlGroup } from './control-group.ts';
import { ownName } from './machine-folder.ts';

const PROCESSES = 4;
/** What each holds: giving it back takes the kernel a moment, in which the process is ending and not yet gone. */
const HOLD = 'globalThis.held = Array.from({ length: 30 }, () => Buffer.alloc(20e6, 1));';

await describeWherePossible('a control group', ensureStagePrograms, () => {
  test('is removed even while the processes that were killed in it are still ending', async () => {
    for (const round of Array.from({ length: 8 }).keys()) {
      const name = ownName(`group-${round}`);
      const within = await Promise.all((await makeControlGroup(name)).map(groupBelow));
      const running = await Promise.all(Array.from({ length: PROCESSES }, () => startWithin(within)));
      const ended = running.map((child) => once(child, 'exit'));

      await removeControlGroup(name);

      expect((await Promise.all(ended)).map(([, signal]) => signal)).toEqual(running.map(() => 'SIGKILL'));
      expect(await controlGroups(name)).toEqual([]);
    }
  }, 120_000);
});

/** Makes a group two levels below, as a service's is, and returns the file into which its processes write their ids. */
async function groupBelow(procs: string): Promise<string> {
  const folder = path.join(path.dirname(procs), 'system.slice', 'some.service');
  await mkdir(folder, { recursive: true });
  return path.join(folder, 'cgroup.procs');
}

/** Resolves once the process holds its memory. */
async function startWithin(groups: string[]): Promise<ChildProcess> {
  const enter = groups.map((file) => `echo $$ >${file}`).join(' && ');
  const script = `${HOLD} setInterval(() => undefined, 1000); process.stdout.write('ready');`;
  const child = spawn('sh', ['-c', `${enter} && exec "$@"`, 'sh', process.execPath, '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return child;
}
