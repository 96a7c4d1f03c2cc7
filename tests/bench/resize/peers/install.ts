import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePythonEnvironment } from '../../../stacks/tools/python-environment.ts';
import { ensurePackages, packagesFolder } from '../../installed-packages.ts';

const NAME = 'resize-peers';

/** Installs the peers that come from npm (52 MB) and Pillow where they are not there. */
export async function ensurePeers(): Promise<void> {
  await ensurePackages(NAME, 'jimp and @napi-rs/image', import.meta.dirname);
  await ensurePythonEnvironment('pillow', 'Pillow');
}

/** A module of a package that {@link ensurePeers} has installed, by its path below node_modules. */
export async function importPeer<T>(module: string): Promise<T> {
  return import(pathToFileURL(path.join(packagesFolder(NAME), 'node_modules', module)).href);
}
