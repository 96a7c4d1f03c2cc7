import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Architecture,
  MANIFEST_FILE,
  NODE_RUNTIME_PACKAGE,
  type NodeRuntimeManifest,
  RELEASE_PACKAGE,
  type ReleaseManifest,
} from '@movieflix/contracts/release-manifest';
import { samBuild } from '../build/sam-build.ts';

/** As the folders of `sam build` are called. */
export const FUNCTIONS = ['StorageStack/ResizeFunction', 'ReleaseStack/PublishFunction'] as const;

export const SHARP_LAYERS: Readonly<Record<Architecture, string>> = {
  arm64: 'StorageStack/SharpLayerArm64',
  x86_64: 'StorageStack/SharpLayerX86',
};

/** The folder of a function or layer. */
export async function builtFolder(name: string): Promise<string> {
  return path.join(await samBuild(), name);
}

export function releasePackage(): Promise<string> {
  return builtFolder(`ReleaseStack/ReleaseLayer/nodejs/node_modules/${RELEASE_PACKAGE}`);
}

export function nodeRuntimePackage(): Promise<string> {
  return builtFolder(`ReleaseStack/NodeRuntimeLayer/nodejs/node_modules/${NODE_RUNTIME_PACKAGE}`);
}

export async function readManifest<T extends ReleaseManifest | NodeRuntimeManifest>(
  folder: string,
): Promise<T> {
  return JSON.parse(await readFile(path.join(folder, MANIFEST_FILE), 'utf8'));
}
