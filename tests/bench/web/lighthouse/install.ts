import path from 'node:path';
import { ensurePackages, packagesFolder } from '../../installed-packages.ts';

/**
 * Installs Lighthouse (176 MB) where it is not there.
 *
 * @returns the path of its program
 */
export async function ensureLighthouse(): Promise<string> {
  await ensurePackages('lighthouse', 'Lighthouse', import.meta.dirname);
  return path.join(packagesFolder('lighthouse'), 'node_modules/lighthouse/cli/index.js');
}
