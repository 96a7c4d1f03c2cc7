import type { LogFile } from '../data-folder/log-file.ts';
import { ensureDatabase } from '../postgres/database.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { PlainError } from '../terminal/plain-error.ts';

const DATABASE = 'movieflix';

export interface GalleryDatabase {
  url: string;
  /** Rejects when the server has ended, asked or not. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** @throws PlainError with PostgreSQL's last words where it does not come up */
export async function startGalleryDatabase(folder: string, log: LogFile): Promise<GalleryDatabase> {
  const postgres = await startPostgres({ folder, log: log.write }).catch((error: Error) => {
    throw new PlainError(error.message);
  });
  await ensureDatabase(postgres.url('postgres'), DATABASE);
  const failed = postgres.ended.then((how): never => {
    throw new PlainError(`PostgreSQL has stopped: ${how}. Its last words, from ${log.file}:\n${log.tail()}`);
  });
  // Nobody looks at it any more when the server ends because it was told to.
  failed.catch(() => {});
  return { url: postgres.url(DATABASE), failed, stop: postgres.stop };
}
