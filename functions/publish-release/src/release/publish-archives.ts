import {
  ARCHITECTURES,
  type Architecture,
  type Archive,
  ROLES,
  type Role,
} from '@movieflix/contracts/release-manifest';
import type { Bucket } from '../bucket/bucket.ts';
import { putFile } from '../bucket/put-file.ts';
import { forgetOldReleases } from './forget-old-releases.ts';
import type { Release } from './release.ts';

/** The keys that hosts fetch, by the names of the stack's outputs. */
export type ReleaseKeys = Record<`${Capitalize<Role>}Release` | 'NodeRelease' | 'Release', string>;

/**
 * Puts the archives of a release into the bucket, named by their content: what did not change keeps its key, so
 * that only the hosts concerned are replaced.
 *
 * They are put again also where they are there already, which makes them young: the youngest ones are kept.
 */
export async function publishArchives(
  bucket: Bucket,
  release: Release,
  architecture: string,
): Promise<ReleaseKeys> {
  const { folders, manifest, nodeRuntime } = release;
  const node = nodeRuntime.archives[requireArchitecture(architecture)];
  const keys: Record<string, string> = { Release: release.hash };
  for (const role of ROLES) {
    keys[outputOf(role)] = await putArchive(bucket, folders.release, role, manifest.archives[role]);
  }
  keys['NodeRelease'] = await putArchive(bucket, folders.nodeRuntime, 'node', node);
  for (const kind of [...ROLES, 'node']) await forgetOldReleases(bucket, `${kind}/`, Object.values(keys));
  return keys as ReleaseKeys;
}

async function putArchive(bucket: Bucket, folder: string, kind: string, archive: Archive): Promise<string> {
  const key = `${kind}/${archive.content}.tar.gz`;
  await putFile(bucket, folder, archive, { key, contentType: 'application/gzip' });
  return key;
}

function outputOf(role: Role): string {
  return `${role.charAt(0).toUpperCase()}${role.slice(1)}Release`;
}

function requireArchitecture(name: string): Architecture {
  const found = ARCHITECTURES.find((architecture) => architecture === name);
  if (found !== undefined) return found;
  throw new Error(`Expected Architecture to be one of ${ARCHITECTURES.join(', ')} but found "${name}".`);
}
