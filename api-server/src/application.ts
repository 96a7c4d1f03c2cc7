import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Database, openDatabase, openPool } from './database/database.ts';
import { createEventHub, type EventHub } from './events/event.hub.ts';
import { openRateLimits, type RateLimitRules, type RateLimits } from './rates/rate-limits.ts';
import type { ResizeFunction } from './resizing/invoke-resize.ts';
import { type ImageBucket, openImageBucket } from './storage/image-bucket.ts';
import { timeLimits } from './time-limits.ts';

/** Above the twenty seconds that the queue itself may take to answer. */
const QUEUE_TIMEOUT_MS = 30_000;
const INVOKE_TIMEOUT_MS = 10_000;

/** What the routes and the background work of one process stand on. */
export interface Application {
  config: Config;
  log: Logger;
  pool: pg.Pool;
  db: Database;
  /** Whether the tables are as this code expects them, and why they may not be; see prepareDatabase. */
  database: { isPrepared: boolean; isAway: boolean };
  bucket: ImageBucket;
  queue: SQSClient;
  resize: ResizeFunction;
  hub: EventHub;
  rates: RateLimits;
}

/** Opens nothing on the network; each part connects when it is first used. */
export function openApplication(config: Config, log: Logger, rules: RateLimitRules): Application {
  const aws = {
    region: config.region,
    ...(config.endpointUrl === undefined ? {} : { endpoint: config.endpointUrl }),
  };
  const pool = openPool(config.databaseUrl, log);
  return {
    config,
    log,
    pool,
    db: openDatabase(pool),
    database: { isPrepared: false, isAway: false },
    bucket: openImageBucket(config),
    queue: new SQSClient({ ...aws, requestHandler: timeLimits(QUEUE_TIMEOUT_MS) }),
    resize: {
      client: new LambdaClient({ ...aws, requestHandler: timeLimits(INVOKE_TIMEOUT_MS) }),
      name: config.resizeFunctionName,
      bucketName: config.imageBucket,
      region: config.region,
    },
    hub: createEventHub(),
    rates: openRateLimits(pool, rules),
  };
}

export async function closeApplication(app: Application): Promise<void> {
  app.hub.close();
  app.bucket.client.destroy();
  app.queue.destroy();
  app.resize.client.destroy();
  await app.db.destroy();
}
