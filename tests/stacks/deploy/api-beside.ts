import type { Server } from '@hapi/hapi';
import { createServer } from '@movieflix/api-server/app.ts';
import { closeApplication, openApplication } from '@movieflix/api-server/application.ts';
import { startBackground } from '@movieflix/api-server/background.ts';
import { prepareDatabase } from '@movieflix/api-server/database/prepare-database.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { RATE_LIMIT_RULES } from '@movieflix/api-server/rates/rate-limits.ts';
import { startSharedServer, stopSharedServer } from '../../postgres/shared-server.ts';
import { createTestDatabase, SERVER_URL_VARIABLE } from '../../postgres/test-database.ts';
import { REGION } from '../emulator/start-emulator.ts';
import type { Deployed } from './deployed.ts';
import { outputOf } from './gallery.ts';

export interface ApiBeside {
  server: Server;
  stop(): Promise<void>;
}

/** The API in this process with a PostgreSQL of its own, on the deployed bucket, queue and function: no host boots. */
export async function startApiBeside({ emulator, gallery }: Deployed): Promise<ApiBeside> {
  const postgres = await startSharedServer();
  process.env[SERVER_URL_VARIABLE] = postgres.postgres.url('postgres');
  Object.assign(process.env, emulator.environment);
  const database = await createTestDatabase();
  const output = (name: string) => outputOf(gallery.nested['StorageStack'], name);
  const config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    imageBucket: output('ImageBucket'),
    resultsQueueUrl: output('ResultsQueue'),
    resizeFunctionName: output('ResizeFunction'),
    region: REGION,
    endpointUrl: emulator.endpoint,
    webappDir: undefined,
    allowedOrigins: [],
    isSignUpOpen: true,
    maxMemberBytes: 1024 ** 3,
    trustedProxies: 0,
    firstAdmin: undefined,
  };
  const app = openApplication(config, createLogger('silent'), RATE_LIMIT_RULES);
  await prepareDatabase(app, new AbortController().signal);
  const server = await createServer(app, { checkAnswers: true });
  await server.initialize();
  const background = startBackground(app);
  await background.listening;
  return {
    server,
    async stop() {
      app.hub.close();
      await server.stop({ timeout: 1000 });
      await background.stop();
      await closeApplication(app);
      await database.drop();
      await stopSharedServer(postgres);
    },
  };
}
