import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';
import { testFolder } from './built-layers.ts';

test.each([
  ['release/src/build-node-runtime.ts', []],
  ['functions/resize-image/sharp-layer/build.ts', ['x64']],
])('%s says that npm is missing, and fails', (script, args) => {
  using layer = testFolder();
  const built = spawnSync(process.execPath, [path.join(CHECKOUT, script), ...args, layer.folder], {
    env: { ...process.env, PATH: '/nonexistent' },
    encoding: 'utf8',
  });
  expect(built.stderr).toContain('On Debian: apt install npm');
  expect(built.status).toBe(1);
});
