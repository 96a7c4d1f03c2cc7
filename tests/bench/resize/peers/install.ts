import { createRequire } from 'node:module';
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

/** A package that {@link ensurePeers} has installed. */
export async function importPeer<T>(name: string): Promise<T> {
  const installed = createRequire(path.join(packagesFolder(NAME), 'package.json'));
  return import(pathToFileURL(installed.resolve(name)).href);
}
