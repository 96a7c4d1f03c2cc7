import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ARCHITECTURES,
  type Archive,
  MANIFEST_FILE,
  type NodeRuntimeManifest,
  type ReleaseFile,
  type ReleaseManifest,
  ROLES,
} from '@movieflix/contracts/release-manifest';
import { samBuild } from '../build/sam-build.ts';
import { nodeRuntimePackage, readManifest, releasePackage } from './built-stacks.ts';
import { architectureOf } from './elf.ts';
import { filesOf } from './files-of.ts';
import { makeScratchFolder } from './scratch-folder.ts';
import { unpackArchive } from './unpack-archive.ts';

const MINUTES = 60_000;

beforeAll(async () => {
  await samBuild();
}, 10 * MINUTES);

describe('the release', () => {
  test('has every file that its manifest names, with those bytes, and no other', async () => {
    const folder = await releasePackage();
    const { archives, website } = await readManifest<ReleaseManifest>(folder);
    await expectExactly(folder, [...Object.values(archives), ...website]);
    expect(Object.keys(archives).sort()).toEqual([...ROLES].sort());
  });

  test('tells apart what changed: the content hash of an archive is that of what it unpacks to', async () => {
    const folder = await releasePackage();
    const { archives } = await readManifest<ReleaseManifest>(folder);
    await expectContent(folder, Object.values(archives));
  });

  test('serves the web app: index.html is asked for anew each time, hashed files never', async () => {
    const { website } = await readManifest<ReleaseManifest>(await releasePackage());
    const policies = new Map(website.map(({ key, cacheControl }) => [key, cacheControl]));
    expect(policies.get('index.html')).toMatch(/no-cache/);
    expect(policies.has('error.html')).toBe(true);
    const script = [...policies.keys()].find((key) => /^main-[\w-]{8}\.js$/.test(key)) ?? 'main-….js';
    expect(policies.get(script)).toMatch(/max-age=31536000.*immutable/);
  });
});

describe('Node for the hosts', () => {
  test('has every file that its manifest names, with those bytes, and no other', async () => {
    const folder = await nodeRuntimePackage();
    const { archives } = await readManifest<NodeRuntimeManifest>(folder);
    await expectExactly(folder, Object.values(archives));
    await expectContent(folder, Object.values(archives));
    expect(Object.keys(archives).sort()).toEqual([...ARCHITECTURES].sort());
  });

  test.each(ARCHITECTURES)('is of the architecture that it says: %s', async (architecture) => {
    await using scratch = await makeScratchFolder();
    await unpackArchive(path.join(await nodeRuntimePackage(), `${architecture}.tar.gz`), scratch.path);
    expect(await architectureOf(path.join(scratch.path, 'node/bin/node'))).toBe(architecture);
  });
});

async function expectExactly(folder: string, files: ReleaseFile[]): Promise<void> {
  const found = await Promise.all(
    (await filesOf(folder)).map(async (file) => {
      const content = await readFile(path.join(folder, file));
      return { file, bytes: content.length, sha256: sha256(content) };
    }),
  );
  const named = files.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 }));
  const byName = (one: ReleaseFile, other: ReleaseFile) => (one.file < other.file ? -1 : 1);
  expect(found.filter(({ file }) => !isOfPackage(file)).sort(byName)).toEqual(named.sort(byName));
}

async function expectContent(folder: string, archives: Archive[]): Promise<void> {
  for (const { file, content } of archives)
    expect(sha256(gunzipSync(await readFile(path.join(folder, file))))).toBe(content);
}

function isOfPackage(file: string): boolean {
  return file === MANIFEST_FILE || file === 'package.json';
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
