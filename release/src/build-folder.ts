import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Archive, ReleaseFile } from '@movieflix/contracts/release-manifest';
import { MANIFEST_FILE } from '@movieflix/contracts/release-manifest';
import type { PackedArchive } from './archive/pack-archive.ts';

/** A package inside a layer, being written. */
export interface BuildFolder {
  write(file: string, content: Buffer): ReleaseFile;
  writeArchive(file: string, archive: PackedArchive): Archive;
  /** Comes last: a release without it is none. */
  writeManifest(manifest: object): void;
}

/**
 * Begins a package anew in the folder of a layer, where Lambda's Node finds it by name.
 *
 * @param layer the folder that becomes the layer
 */
export function openBuildFolder(layer: string, packageName: string): BuildFolder {
  const folder = path.join(layer, 'nodejs/node_modules', packageName);
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, content: Buffer): ReleaseFile => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { file, bytes: content.length, sha256 };
  };
  return {
    write,
    writeArchive: (file, { gzipped, content }) => ({ ...write(file, gzipped), content }),
    writeManifest: (manifest) => {
      write(MANIFEST_FILE, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
    },
  };
}
