import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';

const run = promisify(execFile);

interface LockedPackage {
  version: string;
  integrity: string;
}

/** What package-lock.json says of a package, one of another platform included. @throws where it says nothing */
export function lockedPackage(checkout: string, name: string): LockedPackage {
  const { packages } = JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8'));
  const { version, integrity } = packages[`node_modules/${name}`] ?? {};
  if (version && integrity?.startsWith('sha512-')) return { version, integrity };
  throw new Error(`Expected package-lock.json to pin ${name} with its SHA-512, but it does not.`);
}

/**
 * Files of a package for any platform, which `npm ci` installs for its own alone: fetched by npm (from its cache,
 * mostly), and held against package-lock.json.
 *
 * @param wanted which files, by their paths in the package
 */
export async function fetchPackage(
  checkout: string,
  name: string,
  wanted: RegExp,
): Promise<Map<string, Buffer>> {
  const { version, integrity } = lockedPackage(checkout, name);
  const tarball = await npmPack(checkout, `${name}@${version}`);
  const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(
      `Expected ${name}@${version} to be ${integrity}, as package-lock.json says, but it is ${found}.`,
    );
  }
  const files = new Map<string, Buffer>();
  const reading = extract();
  reading.end(gunzipSync(tarball));
  for await (const entry of reading) {
    const file = entry.header.name.replace(/^package\//, '');
    if (wanted.test(file)) files.set(file, await buffer(entry));
    else entry.resume();
  }
  if (files.size === 0) throw new Error(`Expected ${wanted} in ${name}@${version} but found no such file.`);
  return files;
}

async function npmPack(checkout: string, spec: string): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-package-'));
  try {
    const options = ['--loglevel=error', '--pack-destination', folder];
    await run('npm', ['pack', spec, ...options], { cwd: checkout }).catch((error) => {
      if (error.code === 'ENOENT')
        throw new Error(`Expected npm, to fetch ${spec}, but it cannot be run. On Debian: apt install npm`);
      throw error;
    });
    const [tarball = ''] = readdirSync(folder);
    return readFileSync(path.join(folder, tarball));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
