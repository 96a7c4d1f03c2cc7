import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.ts';

export interface DataFolder {
  root: string;
  postgres: string;
  cloud: string;
  logs: string;
}

/**
 * Makes the folder in which everything lies that a gallery on this machine keeps.
 *
 * @throws PlainError where it cannot be made or written
 */
export function openDataFolder(root: string): DataFolder {
  const folders = {
    root,
    postgres: path.join(root, 'postgres'),
    cloud: path.join(root, 'cloud'),
    logs: path.join(root, 'logs'),
  };
  try {
    mkdirSync(root, { recursive: true });
    // Others may pass through but not look: as root, PostgreSQL runs as another user and passes.
    chmodSync(root, 0o711);
    for (const folder of [folders.cloud, folders.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PlainError(
      `The data folder ${root} cannot be used by ${userInfo().username}${describeOwner(root)}: ` +
        `${(error as Error).message}. Give it to yourself, or choose another: MOVIEFLIX_DATA=FOLDER npm start`,
    );
  }
  return folders;
}

function describeOwner(folder: string): string {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  return owner === undefined ? '' : ` (it belongs to the user with id ${owner})`;
}
