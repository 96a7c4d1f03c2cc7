import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  ARCHITECTURES,
  MANIFEST_FILE,
  type NodeRuntimeManifest,
  type ReleaseFile,
  type ReleaseManifest,
  ROLES,
} from '@movieflix/contracts/release-manifest';
import pMap from 'p-map';

/** Where the two packages of a release lie. */
export interface ReleaseFolders {
  release: string;
  nodeRuntime: string;
}

export interface Release {
  folders: ReleaseFolders;
  manifest: ReleaseManifest;
  nodeRuntime: NodeRuntimeManifest;
  /** One hash over all of it. */
  hash: string;
}

/** Brings a release of the web app into effect. */
export const FIRST_PAGE = 'index.html';
const FILES_AT_ONCE = 4;

/**
 * Reads a release and holds every file against its manifest.
 *
 * @throws Error naming the file that is missing or differs, before anything is published
 */
export async function readRelease(folders: ReleaseFolders): Promise<Release> {
  const manifest = (await readManifest(folders.release)) as ReleaseManifest;
  const nodeRuntime = (await readManifest(folders.nodeRuntime)) as NodeRuntimeManifest;
  const { website } = manifest;
  if (!Array.isArray(website) || website.length === 0) throw halfWritten(`it names no files of the website`);
  const checks = [
    ...website.map((file) => [folders.release, file] as const),
    ...ROLES.map((role) => [folders.release, named(manifest.archives, role)] as const),
    ...ARCHITECTURES.map((name) => [folders.nodeRuntime, named(nodeRuntime.archives, name)] as const),
  ];
  if (!website.some(({ key }) => key === FIRST_PAGE)) throw halfWritten(`it has no ${FIRST_PAGE}`);
  await pMap(checks, ([folder, file]) => checkFile(folder, file), { concurrency: FILES_AT_ONCE });
  return { folders, manifest, nodeRuntime, hash: hashOf(manifest, nodeRuntime) };
}

async function readManifest(folder: string): Promise<unknown> {
  const file = path.join(folder, MANIFEST_FILE);
  const text = await readFile(file, 'utf8').catch(() => {
    throw halfWritten(`${MANIFEST_FILE} is missing in ${folder}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw halfWritten(`${MANIFEST_FILE} in ${folder} is not whole`);
  }
}

function named<Name extends string, T>(archives: Record<Name, T> | undefined, name: Name): T {
  const archive = archives?.[name];
  if (archive === undefined) throw halfWritten(`it has no archive for ${name}`);
  return archive;
}

async function checkFile(folder: string, expected: ReleaseFile): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path.join(folder, expected.file)), hash).catch(() => {
    throw halfWritten(`${expected.file} cannot be read`);
  });
  const found = hash.digest('hex');
  if (found === expected.sha256) return;
  throw halfWritten(`${expected.file} has the SHA-256 ${found} instead of ${expected.sha256}`);
}

function halfWritten(what: string): Error {
  return new Error(
    `The release is not whole: ${what}. Nothing was published; run "sam build" again, then deploy.`,
  );
}

/**
 * Over contents and how they are served, not over compressed bytes, for the same reason as an archive's own name.
 * What the website serves is in the archive of the web servers, too.
 */
function hashOf(manifest: ReleaseManifest, nodeRuntime: NodeRuntimeManifest): string {
  const contents = [
    ...ROLES.map((role) => manifest.archives[role].content),
    ...ARCHITECTURES.map((name) => nodeRuntime.archives[name].content),
    ...manifest.website.map((file) =>
      [file.key, file.contentType, file.cacheControl, file.contentEncoding].join(),
    ),
  ];
  return createHash('sha256').update(contents.join()).digest('hex');
}
