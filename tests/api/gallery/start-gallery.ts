import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from '@hapi/hapi';
import { createServer } from '@movieflix/api-server/app.ts';
import { type Application, closeApplication, openApplication } from '@movieflix/api-server/application.ts';
import { type Background, startBackground } from '@movieflix/api-server/background.ts';
import type { Config } from '@movieflix/api-server/config.ts';
import { prepareDatabase } from '@movieflix/api-server/database/prepare-database.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { RATE_LIMIT_RULES, type RateLimitRules } from '@movieflix/api-server/rates/rate-limits.ts';
import {
  type LocalCloud,
  type LocalFunction,
  startLocalCloud,
} from '@movieflix/local/cloud/start-local-cloud.ts';
import { createTestDatabase } from '../../postgres/test-database.ts';

const BUCKET = 'images';
const QUEUE = 'results';
const RESIZE = 'resize-image';
const REGION = 'eu-central-1';
const CREDENTIALS = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };

export interface Gallery {
  app: Application;
  server: Server;
  cloud: LocalCloud;
  close(): Promise<void>;
}

export interface GalleryOptions {
  config?: Partial<Config>;
  rules?: Partial<RateLimitRules>;
  /** Have the real resize function run on what is uploaded. */
  resizes?: boolean;
  /** Consume the results queue and listen for events, as a running process does. */
  works?: boolean;
}

/** The API on a database and a local cloud of its own. Answers are held against their documentation. */
export async function startGallery(options: GalleryOptions = {}): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'movieflix-api-'));
  const database = await createTestDatabase();
  const cloud = await startLocalCloud({
    folder,
    port: 0,
    region: REGION,
    credentials: CREDENTIALS,
    buckets: [BUCKET],
    queues: [QUEUE],
    functions: options.resizes ? [resizeFunction()] : [],
  });
  // Where the SDK's default chain looks first.
  process.env['AWS_ACCESS_KEY_ID'] = CREDENTIALS.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = CREDENTIALS.secretAccessKey;
  const config = { ...configFor(database.url, cloud), ...options.config };
  const app = openApplication(config, createLogger('silent'), { ...RATE_LIMIT_RULES, ...options.rules });
  await prepareDatabase(app, new AbortController().signal);
  const server = await createServer(app, { checkAnswers: true });
  // Plugins add their last routes here.
  await server.initialize();
  const background: Background | undefined = options.works ? startBackground(app) : undefined;
  await background?.listening;
  return {
    app,
    server,
    cloud,
    async close() {
      app.hub.close();
      await server.stop({ timeout: 1000 });
      await background?.stop();
      await closeApplication(app);
      await cloud.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configFor(databaseUrl: string, cloud: LocalCloud): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    imageBucket: BUCKET,
    resultsQueueUrl: cloud.queueUrl(QUEUE),
    resizeFunctionName: RESIZE,
    region: REGION,
    endpointUrl: cloud.endpoint,
    webappDir: undefined,
    allowedOrigins: [],
    isSignUpOpen: true,
    isFirstMemberAdmin: false,
    maxMemberBytes: 1024 ** 3,
    trustedProxies: 0,
    firstAdmin: undefined,
    bringsSamples: false,
  };
}

function resizeFunction(): LocalFunction {
  return {
    name: RESIZE,
    handlerModule: createRequire(import.meta.url).resolve('@movieflix/resize-image'),
    environment: {},
    trigger: { bucket: BUCKET, prefix: 'originals/' },
    onSuccessQueue: QUEUE,
    onFailureQueue: QUEUE,
    concurrency: 1,
    timeoutSeconds: 60,
    retryDelaysSeconds: [0, 0],
  };
}
