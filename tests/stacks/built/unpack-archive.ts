import { mkdir } from 'node:fs/promises';
import { runQuietly } from '../tools/run-quietly.ts';

/** Unpacks a .tar.gz as a host does. */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const args = ['--extract', '--file', archive, '--directory', folder];
  await runQuietly(`Unpacking ${archive}`, 'tar', args);
}
