import type { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

/** What every operation of the queues works on. */
export interface QueueService {
  db: DatabaseSync;
  queues: ReadonlySet<string>;
  region: string;
  /** Emits a queue's name whenever a message of it may have become visible. */
  changes: EventEmitter;
  /** Aborted when the cloud closes, so that nobody waits on. */
  closing: AbortSignal;
  /** The URL of a queue by its name. */
  urlOf(queue: string): string;
}
