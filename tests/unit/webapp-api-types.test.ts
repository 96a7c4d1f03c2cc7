import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const WEBAPP = path.join(import.meta.dirname, '../../webapp');

test('the types of the web app are those that the API documents', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'movieflix-api-types-'));
  try {
    const fresh = path.join(folder, 'schema.ts');
    await promisify(execFile)(process.execPath, [path.join(WEBAPP, 'tools/api-types.mts'), fresh]);
    const committed = await readFile(path.join(WEBAPP, 'src/app/core/api/schema.ts'), 'utf8');
    // Where this fails: npm run api-types.
    expect(committed).toBe(await readFile(fresh, 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
});
