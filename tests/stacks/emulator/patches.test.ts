import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { TOOLS } from '../tools/tools.ts';
import { LAUNCHER } from './start-emulator.ts';

test('the emulator still lacks what each patch gives it', async () => {
  const { stdout } = await promisify(execFile)(TOOLS.python, [LAUNCHER, '--needed']);
  const needed: Record<string, boolean> = JSON.parse(stdout);
  expect(Object.keys(needed).length).toBeGreaterThan(0);
  // A patch that is listed here has become needless: remove its module from the launcher.
  expect(Object.keys(needed).filter((patch) => !needed[patch])).toEqual([]);
});
