import { afterEach, expect, test } from '@jest/globals';
import { readArguments } from '@movieflix/release-build/read-arguments.ts';

const { argv } = process;
afterEach(() => {
  process.argv = argv;
});

test.each([[[]], [['']]])('a build that is told no folder writes nowhere: %j', (folders) => {
  process.argv = ['node', 'build-release.ts', ...folders];
  expect(readArguments).toThrow('Expected the folder to build into: build-release.ts FOLDER');
});
