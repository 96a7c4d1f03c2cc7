import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TESTS = 'webapp/src/**/*.spec.ts';
const SOURCES = [
  'webapp/{src,public,service-worker}/**',
  'webapp/*.json',
  'contracts/src/**',
  'package-lock.json',
  'local/src/webapp/*.ts',
];

/** A hash of all that goes into a build of the web app. */
export function fingerprintSources(checkout: string): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: checkout, exclude: [TESTS], withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    hash
      .update(`${path.relative(checkout, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}
