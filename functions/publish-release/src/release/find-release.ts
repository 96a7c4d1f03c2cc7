import { createRequire } from 'node:module';
import path from 'node:path';
import { MANIFEST_FILE, NODE_RUNTIME_PACKAGE, RELEASE_PACKAGE } from '@movieflix/contracts/release-manifest';
import type { ReleaseFolders } from './release.ts';

/**
 * Finds the release in the function's layers, which Lambda and emulators put on NODE_PATH.
 *
 * @throws Error where a layer is not there
 */
export function findRelease(): ReleaseFolders {
  // Bundled as CommonJS there is no import.meta; NODE_PATH counts from any folder.
  const { resolve } = createRequire(`${process.cwd()}/`);
  const folderOf = (name: string) => {
    try {
      return path.dirname(resolve(`${name}/${MANIFEST_FILE}`));
    } catch {
      throw new Error(
        `The release is not there: the layer with ${name} is missing. Run "sam build", then deploy.`,
      );
    }
  };
  return { release: folderOf(RELEASE_PACKAGE), nodeRuntime: folderOf(NODE_RUNTIME_PACKAGE) };
}
