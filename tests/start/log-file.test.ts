import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLogFile } from '@movieflix/local/data-folder/log-file.ts';

const MEBIBYTE = 1024 ** 2;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a log and the one before it stay within about 5 MiB each, however much is written', () => {
  const log = openLogFile(folder, 'api');
  const chunk = `${'x'.repeat(MEBIBYTE / 2)}\n`;
  for (let written = 0; written < 20 * MEBIBYTE; written += chunk.length) log.write(chunk);
  log.close();
  expect(readdirSync(folder).sort()).toEqual(['api.log', 'api.log.1']);
  for (const name of readdirSync(folder)) {
    expect(statSync(path.join(folder, name)).size).toBeLessThan(6 * MEBIBYTE);
  }
});

test('the tail has the last lines that were written', () => {
  const log = openLogFile(folder, 'api');
  for (let line = 1; line <= 100; line++) log.write(`line ${line}\n`);
  log.close();
  const lines = log.tail().split('\n');
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([15, 'line 86', 'line 100']);
});
