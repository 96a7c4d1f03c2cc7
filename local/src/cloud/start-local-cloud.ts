import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { ACCOUNT_ID } from './account.ts';
import { openDatabase } from './database/open-database.ts';
import type { FunctionService } from './functions/function-service.ts';
import type { LocalFunction } from './functions/local-function.ts';
import { notifyFunctions } from './functions/notify-functions.ts';
import { type Dispatcher, startDispatcher } from './functions/start-dispatcher.ts';
import { startServer } from './http/start-server.ts';
import { openBlobFolder } from './object-store/blob-folder.ts';
import { startHousekeeping } from './object-store/housekeeping.ts';
import type { ObjectStore } from './object-store/object-store.ts';
import { insertMessage } from './queue/message.table.ts';
import type { QueueService } from './queue/queue-service.ts';
import { serveRequest } from './serve-request.ts';
import { servicesOf } from './services.ts';
import type { Credentials } from './signature/verify-signature.ts';

export type { LocalFunction } from './functions/local-function.ts';

export interface LocalCloudOptions {
  /** Holds everything; made where missing. One local cloud at a time may have it open. */
  folder: string;
  /** Default 127.0.0.1. */
  host?: string;
  /** 0 means any free one. */
  port: number;
  region: string;
  credentials: Credentials;
  buckets: string[];
  queues: string[];
  functions: LocalFunction[];
  /** Takes what function workers write, and faults, line by line; `source` is the function's name or `cloud`. */
  log?: (source: string, line: string) => void;
}

export interface LocalCloud {
  /** `http://host:port`, for S3, SQS and Lambda alike. */
  endpoint: string;
  queueUrl(name: string): string;
  /** Stops within about a second. What was accepted is on the disk. */
  close(): Promise<void>;
}

/**
 * Starts an S3, an SQS and the asynchronous side of Lambda behind one port, as wide as the gallery's use.
 * Whatever it has confirmed survives `kill -9`.
 *
 * @throws Error where the folder is open in another process or the port is taken
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { folder, host = '127.0.0.1', region, credentials, log = () => {} } = options;
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(folder);
  const closing = new AbortController();
  const dispatchers = new Map<string, Dispatcher>();
  const environment: Record<string, string> = {};
  let endpoint = '';

  const queues: QueueService = {
    db,
    region,
    queues: new Set(options.queues),
    changes: new EventEmitter().setMaxListeners(0),
    closing: closing.signal,
    urlOf: (queue) => `${endpoint}/${ACCOUNT_ID}/${queue}`,
  };
  const functions: FunctionService = {
    db,
    region,
    environment,
    log,
    sendToQueue: (queue, body) => void insertMessage(db, queue, body),
    announce: (queue) => void queues.changes.emit(queue),
  };
  const store: ObjectStore = {
    db,
    blobs: openBlobFolder(folder),
    buckets: new Set(options.buckets),
    notifications: notifyFunctions(functions, options.functions, dispatchers),
  };

  const services = servicesOf({ store, queues, functions, dispatchers, verifier: { credentials, region } });
  const server = await startServer(host, options.port, (incoming) =>
    serveRequest(services, incoming, (line) => log('cloud', line)),
  ).catch((error: unknown) => {
    db.close();
    throw error;
  });
  endpoint = `http://${host}:${server.port}`;
  Object.assign(environment, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL: endpoint,
  });
  for (const definition of options.functions) {
    dispatchers.set(definition.name, startDispatcher(functions, definition));
  }
  const housekeeping = startHousekeeping(store, closing.signal, (line) => log('cloud', line));

  return {
    endpoint,
    queueUrl: queues.urlOf,
    close: async () => {
      closing.abort();
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.close()));
      await server.close();
      await housekeeping;
      db.close();
    },
  };
}
