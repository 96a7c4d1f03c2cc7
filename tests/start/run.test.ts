import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CHECKOUT } from './gallery-process.ts';

const RUN = path.join(CHECKOUT, 'bin/run.cjs');

test.each(['0.12.18', '12.22.12', '16.20.2'])(
  'Node %s is told to be too old, in a sentence',
  async (version) => {
    const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;
    const { code, stderr } = await run(['--import', pretend, RUN, 'local/src/main.ts']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^movieFlix needs Node 18 or newer to start .* this is Node ${version} at \\S+\\. .*\\n$`),
    );
  },
);

test('what says so has no syntax that an old Node cannot read', () => {
  const code = readFileSync(RUN, 'utf8')
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/'[^']*'/g, "''");
  expect(code).not.toMatch(/=>|`|\b(?:const|let|class|async|await|import)\b|\.\.\.|\?\.|\?\?/);
});

test('a script gets its arguments and its exit code is passed on', async () => {
  const { code, stdout } = await run([RUN, 'local/src/main.ts', '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Starts the movieFlix gallery');
  expect((await run([RUN, 'local/src/main.ts', '--wrong'])).code).toBe(1);
});

function run(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const child = execFile(process.execPath, args, { cwd: CHECKOUT, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
