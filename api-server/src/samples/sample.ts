import type { Application } from '../application.ts';
import type { Database } from '../database/database.ts';
import { films } from './films.ts';
import { photographs } from './photographs.ts';

/** Something that a new gallery begins with. */
export interface Sample {
  /** By which the database knows it. */
  name: string;
  /**
   * Brings it in. What was begun and interrupted is gone on with.
   *
   * @param trx ends with the note that it was brought; what cannot be in one transaction has its own
   */
  bring(app: Application, trx: Database, stop: AbortSignal): Promise<void>;
}

/** In the order in which they come. */
export const SAMPLES: readonly Sample[] = [films, ...photographs];
