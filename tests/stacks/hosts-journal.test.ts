import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../runner/run-program.ts';
import { ensureDebianPackages } from './tools/debian-packages.ts';

const PROGRAM = path.join(CHECKOUT, 'hosts/base/journal-batches.jq');
const JOURNAL_ENTRY = {
  __REALTIME_TIMESTAMP: '1764000000123456',
  SYSLOG_IDENTIFIER: 'nginx',
  MESSAGE: 'a line',
};

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  await ensureDebianPackages([{ package: 'jq', check: ['jq', '--version'] }]);
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix-journal-'));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the journal on its way to CloudWatch', () => {
  test("keeps the API's lines as JSON and names the others", async () => {
    const json = '{"level":30,"msg":"Answered."}';
    const bytes = [...Buffer.from('bytes')];
    const entries = [
      JOURNAL_ENTRY,
      { ...JOURNAL_ENTRY, MESSAGE: json },
      { ...JOURNAL_ENTRY, MESSAGE: bytes },
    ];
    const [batch] = await batchesOf(entries);
    expect(batch).toEqual(
      ['nginx: a line', json, 'nginx: bytes'].map((message) => ({ timestamp: 1_764_000_000_123, message })),
    );
  });

  test('loses no line to one that has its text twice, or none', async () => {
    const [batch = []] = await batchesOf([
      { ...JOURNAL_ENTRY, MESSAGE: ['one', 'two', [...Buffer.from('three')]] },
      { ...JOURNAL_ENTRY, MESSAGE: null },
      JOURNAL_ENTRY,
    ]);
    expect(batch.map(({ message }) => message)).toEqual(['nginx: one two three', 'nginx: ', 'nginx: a line']);
  });

  test('goes in batches that CloudWatch takes: in order, below a MiB, within a day', async () => {
    const times = [1_764_000_000, 1_763_000_000, 1_764_000_001].map((seconds) => `${seconds}000000`);
    const entries = times.flatMap((time) =>
      Array.from({ length: 60 }, () => ({
        ...JOURNAL_ENTRY,
        __REALTIME_TIMESTAMP: time,
        MESSAGE: 'ä'.repeat(20_000),
      })),
    );
    const batches = await batchesOf(entries);
    expect(batches.flat()).toHaveLength(entries.length);
    for (const batch of batches) {
      const stamps = batch.map((event) => event.timestamp);
      expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
      expect(stamps.at(-1)! - stamps[0]!).toBeLessThan(86_400_000);
      const bytes = batch.reduce((sum, event) => sum + Buffer.byteLength(event.message) + 26, 0);
      expect(bytes).toBeLessThan(1_048_576);
    }
  });
});

async function batchesOf(entries: object[]): Promise<{ timestamp: number; message: string }[][]> {
  const file = path.join(folder, 'entries');
  writeFileSync(file, entries.map((entry) => JSON.stringify(entry)).join('\n'));
  const { stdout } = await run('jq', ['--null-input', '--compact-output', '--from-file', PROGRAM, file], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
