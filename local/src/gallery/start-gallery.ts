import path from 'node:path';
import { forgetApiSettings, noteApiSettings } from '../data-folder/api-settings.ts';
import { readCredentials } from '../data-folder/credentials.ts';
import { openDataFolder } from '../data-folder/data-folder.ts';
import { holdLock, type Lock } from '../data-folder/hold-lock.ts';
import { openLogFile } from '../data-folder/log-file.ts';
import { PlainError } from '../terminal/plain-error.ts';
import { buildWebapp } from '../webapp/build.ts';
import { apiSettings, inheritedEnvironment } from './api-environment.ts';
import type { Command } from './command-line.ts';
import { startGalleryCloud } from './gallery-cloud.ts';
import { startGalleryDatabase } from './gallery-database.ts';
import { keepApiRunning } from './keep-api-running.ts';
import { choosePorts } from './ports.ts';

export interface Gallery {
  url: string;
  /** Rejects when a part has ended for good, so that the rest is of no use. */
  failed: Promise<never>;
  /** Stops what was started, last part first. */
  stop(): Promise<void>;
}

/**
 * Starts everything that a gallery on this machine consists of, and waits until it is ready.
 *
 * @param checkout the folder of this repository
 * @param stop ends the start early; what has been started by then is stopped again
 * @throws PlainError where another start uses the data folder, a port is taken, or a part does not come up
 */
export async function startGallery(command: Command, checkout: string, stop: AbortSignal): Promise<Gallery> {
  const stopping = new AsyncDisposableStack();
  try {
    const folder = openDataFolder(command.dataFolder);
    const lock = lockDataFolder(folder.root);
    stopping.defer(() => lock.release());
    stopping.defer(() => forgetApiSettings(folder.root));
    forgetApiSettings(folder.root);
    const ports = await choosePorts(command.port);
    const credentials = readCredentials(folder.root);
    const openLog = (name: string) => stopping.adopt(openLogFile(folder.logs, name), (log) => log.close());

    const [webappDir, database, cloud] = await Promise.allSettled([
      buildWebapp(checkout, openLog('webapp-build'), stop),
      startGalleryDatabase(folder.postgres, openLog('postgres')),
      startGalleryCloud(folder.cloud, ports.cloud, credentials, openLog('local-cloud')),
    ]);
    if (database.status === 'fulfilled') stopping.defer(() => database.value.stop());
    if (cloud.status === 'fulfilled') stopping.defer(() => cloud.value.close());
    stop.throwIfAborted();

    const settings = apiSettings({
      port: ports.gallery,
      databaseUrl: resultOf(database).url,
      cloud: resultOf(cloud),
      webappDir: resultOf(webappDir),
      credentials,
      bringsSamples: !command.empty,
    });
    const api = await keepApiRunning({ ...inheritedEnvironment(), ...settings }, openLog('api'), stop);
    stopping.defer(() => api.stop());
    noteApiSettings(folder.root, settings);
    return {
      url: `http://localhost:${ports.gallery}`,
      failed: Promise.race([api.failed, resultOf(database).failed]),
      stop: () => stopping.disposeAsync(),
    };
  } catch (error) {
    await stopping.disposeAsync();
    throw error;
  }
}

function lockDataFolder(root: string): Lock {
  const lock = holdLock(path.join(root, 'lock'));
  if ('release' in lock) return lock;
  throw new PlainError(
    `The data folder ${root} is in use by another start (process ${lock.heldBy}). Stop that one, or choose another ` +
      'folder and port: MOVIEFLIX_DATA=FOLDER PORT=3100 npm start',
  );
}

function resultOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
