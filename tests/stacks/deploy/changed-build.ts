import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  MANIFEST_FILE,
  RELEASE_PACKAGE,
  type ReleaseManifest,
  type Role,
} from '@movieflix/contracts/release-manifest';

/** What the next release's first page has, and the one before it has not. */
export const MARK = '<!-- the next release -->';

/** A copy of a build with another web app in it, as if a developer had changed the first page and built again. */
export async function withNextRelease(build: string, copy: string): Promise<string> {
  const release = await copyOf(build, copy);
  const manifestFile = path.join(release, MANIFEST_FILE);
  const manifest: ReleaseManifest = JSON.parse(await readFile(manifestFile, 'utf8'));

  const page = manifest.website.find(({ key }) => key === 'index.html')!;
  const html = Buffer.concat([await readFile(path.join(release, page.file)), Buffer.from(MARK)]);
  await writeFile(path.join(release, page.file), html);
  Object.assign(page, { bytes: html.length, sha256: sha256(html) });

  const archive = gzipSync(html);
  await writeFile(path.join(release, manifest.archives.web.file), archive);
  Object.assign(manifest.archives.web, {
    bytes: archive.length,
    sha256: sha256(archive),
    content: sha256(html),
  });
  await writeFile(manifestFile, JSON.stringify(manifest));
  return copy;
}

/** A copy of a build whose web archive breaks off in the middle. */
export async function withHalfWrittenRelease(build: string, copy: string): Promise<string> {
  const release = await copyOf(build, copy);
  const archive = path.join(release, 'web.tar.gz');
  await truncate(archive, Math.floor((await stat(archive)).size / 2));
  return copy;
}

/**
 * A copy of a build with something else in the archive of a host, as if a developer had changed it and built again.
 *
 * @param change is given the folder of what is in the archive
 */
export async function withChangedHost(
  build: string,
  copy: string,
  role: Role,
  change: (folder: string) => Promise<void>,
): Promise<string> {
  const release = await copyOf(build, copy);
  const manifestFile = path.join(release, MANIFEST_FILE);
  const manifest: ReleaseManifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  const about = manifest.archives[role];
  const archive = path.join(release, about.file);
  const unpacked = `${copy}-${role}`;
  await mkdir(unpacked);
  await tar('--extract', '--gzip', '--file', archive, '--directory', unpacked);
  await change(unpacked);
  await tar('--create', '--gzip', '--owner=0', '--group=0', '--file', archive, '--directory', unpacked, '.');
  await rm(unpacked, { recursive: true });
  const bytes = await readFile(archive);
  Object.assign(about, { bytes: bytes.length, sha256: sha256(bytes), content: sha256(bytes) });
  await writeFile(manifestFile, JSON.stringify(manifest));
  return copy;
}

async function tar(...args: string[]): Promise<void> {
  await promisify(execFile)('tar', args);
}

async function copyOf(build: string, copy: string): Promise<string> {
  await cp(build, copy, { recursive: true });
  return path.join(copy, 'ReleaseStack/ReleaseLayer/nodejs/node_modules', RELEASE_PACKAGE);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
