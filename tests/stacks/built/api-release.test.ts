import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ARCHITECTURES } from '@movieflix/contracts/release-manifest';
import { BUCKET, CREDENTIALS, REGION, startTestCloud, type TestCloud } from '../../local/cloud/test-cloud.ts';
import { startSharedServer, stopSharedServer } from '../../postgres/shared-server.ts';
import { createTestDatabase, SERVER_URL_VARIABLE, type TestDatabase } from '../../postgres/test-database.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { nodeRuntimePackage, releasePackage } from './built-stacks.ts';
import { describeWherePossible } from './describe-where-possible.ts';
import { machineOf } from './machine.ts';
import { type RunningApi, startReleasedApi } from './running-api.ts';
import { makeScratchFolder, type ScratchFolder } from './scratch-folder.ts';
import { unpackArchive } from './unpack-archive.ts';

const MINUTES = 60_000;
const ADMIN = { email: 'ada@example.org', password: 'a password of the test' };

let postgres: Awaited<ReturnType<typeof startSharedServer>>;
let cloud: TestCloud;

beforeAll(async () => {
  postgres = await startSharedServer();
  process.env[SERVER_URL_VARIABLE] = postgres.postgres.url('postgres');
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud?.[Symbol.asyncDispose]();
  if (postgres) await stopSharedServer(postgres);
});

for (const architecture of ARCHITECTURES) {
  await describeWherePossible(
    `the API release on ${architecture}`,
    () => machineOf(architecture),
    (machine) => {
      let folder: ScratchFolder;
      let database: TestDatabase;
      let api: RunningApi;

      beforeAll(async () => {
        folder = await makeScratchFolder();
        await unpackArchive(path.join(await releasePackage(), 'api.tar.gz'), folder.path);
        await unpackArchive(path.join(await nodeRuntimePackage(), `${architecture}.tar.gz`), folder.path);
        database = await createTestDatabase();
        api = await startReleasedApi(await machine, folder.path, {
          DATABASE_URL: database.url,
          IMAGE_BUCKET: BUCKET,
          RESULTS_QUEUE_URL: cloud.queueUrl,
          RESIZE_FUNCTION_NAME: 'resize',
          AWS_REGION: REGION,
          AWS_ENDPOINT_URL: cloud.cloud.endpoint,
          AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
          AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
          ADMIN_EMAIL: ADMIN.email,
          ADMIN_PASSWORD: ADMIN.password,
        });
      }, 10 * MINUTES);

      afterAll(async () => {
        await api?.[Symbol.asyncDispose]();
        await database?.drop();
        await folder?.[Symbol.asyncDispose]();
      });

      test(
        'lives, and reaches the database, the bucket and the queue',
        async () => {
          const ready = () => fetch(`${api.url}/api/ready`);
          await waitFor('the API to be ready', async () => (await ready()).ok, MINUTES);
          expect((await fetch(`${api.url}/api/health`)).status).toBe(200);
          expect(await (await ready()).json()).toMatchObject({ database: 'ok', queue: 'ok' });
        },
        2 * MINUTES,
      );

      test(
        'hashes and verifies passwords by the machine code that came along',
        async () => {
          const signIn = (password: string) =>
            fetch(`${api.url}/api/sessions`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ ...ADMIN, password }),
            });
          expect((await signIn('another password')).status).toBe(401);
          expect(await (await signIn(ADMIN.password)).json()).toMatchObject({ user: { isAdmin: true } });
        },
        2 * MINUTES,
      );

      test(
        'documents itself with the pages that came along',
        async () => {
          for (const page of ['/api/docs', '/api/openapi.json'])
            expect((await fetch(`${api.url}${page}`)).status).toBe(200);
        },
        2 * MINUTES,
      );
    },
  );
}
