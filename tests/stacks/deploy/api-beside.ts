import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Server } from '@hapi/hapi';
import { createServer } from '@movieflix/api-server/app.ts';
import { type Application, closeApplication, openApplication } from '@movieflix/api-server/application.ts';
import { startBackground } from '@movieflix/api-server/background.ts';
import { prepareDatabase } from '@movieflix/api-server/database/prepare-database.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { RATE_LIMIT_RULES } from '@movieflix/api-server/rates/rate-limits.ts';
import { startSharedServer, stopSharedServer } from '../../postgres/shared-server.ts';
import { createTestDatabase, SERVER_URL_VARIABLE } from '../../postgres/test-database.ts';
import { REGION } from '../emulator/start-emulator.ts';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf } from './gallery.ts';

const ACCOUNT = '000000000000';

export interface ApiBeside {
  app: Application;
  server: Server;
  stop(): Promise<void>;
}

/**
 * The API in this process, since no host boots, with a PostgreSQL of its own: on the deployed bucket, queue and
 * function, and with the rights of the API's hosts.
 */
export async function startApiBeside(deployed: Deployed): Promise<ApiBeside> {
  const { emulator, gallery } = deployed;
  const postgres = await startSharedServer();
  process.env[SERVER_URL_VARIABLE] = postgres.postgres.url('postgres');
  Object.assign(process.env, emulator.environment, await credentialsOfApiHosts(deployed));
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
    isFirstMemberAdmin: false,
    maxMemberBytes: 1024 ** 3,
    trustedProxies: 0,
    firstAdmin: undefined,
    bringsSamples: false,
  };
  const app = openApplication(config, createLogger('silent'), RATE_LIMIT_RULES);
  await prepareDatabase(app, new AbortController().signal);
  const server = await createServer(app, { checkAnswers: true });
  await server.initialize();
  const background = startBackground(app);
  await background.listening;
  return {
    app,
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

/** Only EC2 is trusted with the role, so for this the account is trusted with it, too; what it may do stays as it is. */
async function credentialsOfApiHosts({ clients, gallery }: Deployed): Promise<NodeJS.ProcessEnv> {
  const RoleName = resourceOf(gallery, 'ApiStack', 'Role');
  const trust = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' },
    ],
  };
  const PolicyDocument = JSON.stringify(trust);
  await clients.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
  const { Credentials } = await clients.sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'api' }));
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials?.SessionToken,
  };
}
