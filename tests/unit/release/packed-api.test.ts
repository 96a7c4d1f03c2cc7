import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import photographs from '@movieflix/api-server/samples/photographs.json' with { type: 'json' };
import { apiEntries } from '@movieflix/release-build/api/api-entries.ts';
import { packArchive } from '@movieflix/release-build/archive/pack-archive.ts';
import { BUCKET, startTestCloud } from '../../local/cloud/test-cloud.ts';
import { startSharedServer, stopSharedServer } from '../../postgres/shared-server.ts';
import { CHECKOUT } from '../../runner/run-program.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { testFolder, unpack } from './built-layers.ts';

const REGION = 'eu-central-1';

test('the packed API starts far from the checkout, is ready, hashes passwords and shows its documentation, brings its samples, and its comparison runs beside it', async () => {
  await using stopping = new AsyncDisposableStack();
  const { folder } = stopping.use(testFolder());
  writeFileSync(path.join(folder, 'api.tar.gz'), (await packArchive(await apiEntries(CHECKOUT))).gzipped);
  unpack(path.join(folder, 'api.tar.gz'), folder);
  const database = stopping.adopt(await startSharedServer(), stopSharedServer);
  const { cloud, queueUrl, s3 } = stopping.use(await startTestCloud());

  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.postgres.url('postgres'),
    IMAGE_BUCKET: BUCKET,
    RESULTS_QUEUE_URL: queueUrl,
    RESIZE_FUNCTION_NAME: 'resize',
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_ACCESS_KEY_ID: 'test-key',
    AWS_SECRET_ACCESS_KEY: 'test-secret',
    SAMPLE_CONTENT: 'on',
  };
  const api = spawn(process.execPath, [path.join(folder, 'server/main.js')], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const ended = once(api, 'exit');
  stopping.defer(async () => {
    api.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
  let said = '';
  for (const stream of [api.stdout, api.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const url = await waitFor(
    () => `the API to listen; it said: ${said}`,
    () => /"url":"([^"]+)"/.exec(said)?.[1],
  );
  await waitFor('the API to be ready', async () => (await fetch(`${url}/api/ready`)).ok);

  const signedUp = await fetch(`${url}/api/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.org', password: 'long enough', displayName: 'Ada' }),
  });
  expect(signedUp.status).toBe(201);

  const page = await (await fetch(`${url}/api/docs`)).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/api\/docs\/ui\/[^"]+)"/g)].map(([, asset]) => asset);
  expect(assets.length).toBeGreaterThanOrEqual(5);
  const statuses = await Promise.all(assets.map(async (asset) => (await fetch(`${url}${asset}`)).status));
  expect(statuses).toEqual(assets.map(() => 200));
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as { openapi: string };
  expect(document.openapi).toMatch(/^3\./);

  await waitFor(
    () => `the samples; it said: ${said}`,
    () => said.includes('"No sample is left to bring."'),
  );
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'originals/' }));
  expect(Contents).toHaveLength(photographs.length);
  expect(await (await fetch(`${url}/api/movies?q=Metropolis`)).json()).toMatchObject({
    items: [{ year: 1927 }],
  });

  const reconcile = promisify(execFile)(process.execPath, [path.join(folder, 'server/reconcile.js')], {
    cwd: '/',
    env,
  });
  expect((await reconcile).stdout).toContain('Nothing is wrong.');
});
