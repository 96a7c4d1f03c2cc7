import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ARCHITECTURES,
  NODE_RUNTIME_PACKAGE,
  RELEASE_PACKAGE,
  ROLES,
} from '@movieflix/contracts/release-manifest';
import type { ReleaseFolders } from '@movieflix/publish-release/release/release.ts';
import { packArchive } from '@movieflix/release-build/archive/pack-archive.ts';
import { openBuildFolder } from '@movieflix/release-build/build-folder.ts';

export interface SampleRelease extends Disposable {
  folders: ReleaseFolders;
}

const PAGE = { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' };
const SCRIPT = {
  contentType: 'text/javascript; charset=utf-8',
  cacheControl: 'public, max-age=31536000, immutable',
  contentEncoding: 'gzip',
};

/**
 * A small release, written the way the build writes one.
 *
 * @param version what its API and its web app differ by from other versions
 */
export async function sampleRelease(version: string): Promise<SampleRelease> {
  const layer = mkdtempSync(path.join(tmpdir(), 'movieflix-release-'));
  const release = openBuildFolder(layer, RELEASE_PACKAGE);
  const archives: Record<string, unknown> = {};
  for (const role of ROLES) {
    const changes = role === 'api' || role === 'web';
    const file = { name: 'install', content: Buffer.from(changes ? version : role), isExecutable: true };
    archives[role] = release.writeArchive(`${role}.tar.gz`, await packArchive([file]));
  }
  const write = (key: string, content: string, served: object) => {
    const bytes = 'contentEncoding' in served ? gzipSync(content) : Buffer.from(content);
    return { key, ...served, ...release.write(`website/${key}`, bytes) };
  };
  const website = [
    write('error.html', '<!doctype html>error', PAGE),
    write('index.html', `<!doctype html>${version}`, PAGE),
    write(`main-${version}.js`, `console.log('${version}')`, SCRIPT),
    write('media/font-SAMESAME.woff2', 'font', {
      contentType: 'font/woff2',
      cacheControl: SCRIPT.cacheControl,
    }),
    write('config.json', '{"apiUrl":"/api"}', {
      contentType: 'application/json',
      cacheControl: 'no-cache',
    }),
  ];
  release.writeManifest({ archives, website });

  const nodeRuntime = openBuildFolder(layer, NODE_RUNTIME_PACKAGE);
  const nodes: Record<string, unknown> = {};
  for (const name of ARCHITECTURES) {
    const file = { name: 'node/bin/node', content: Buffer.from(name), isExecutable: true };
    nodes[name] = nodeRuntime.writeArchive(`${name}.tar.gz`, await packArchive([file]));
  }
  nodeRuntime.writeManifest({ archives: nodes });

  const folderOf = (name: string) => path.join(layer, 'nodejs/node_modules', name);
  return {
    folders: { release: folderOf(RELEASE_PACKAGE), nodeRuntime: folderOf(NODE_RUNTIME_PACKAGE) },
    [Symbol.dispose]: () => rmSync(layer, { recursive: true, force: true }),
  };
}

/** Damages a file of a release, or takes it away. */
export function damage(folder: string, file: string, content?: string): void {
  if (content === undefined) rmSync(path.join(folder, file));
  else writeFileSync(path.join(folder, file), content);
}
