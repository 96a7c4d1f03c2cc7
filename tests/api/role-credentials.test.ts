import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { lifetimeSeconds } from '@movieflix/api-server/storage/presign.ts';
import { ready, startApiProcess } from './gallery/api-process.ts';
import { PASSWORD } from './gallery/caller.ts';
import { askFor, someBytes } from './gallery/files.ts';
import { type InstanceMetadata, serveInstanceMetadata } from './gallery/instance-metadata.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const HALF_AN_HOUR_MS = 30 * 60 * 1000;

let gallery: Gallery;
let metadata: InstanceMetadata;
const children: ChildProcess[] = [];

beforeAll(async () => {
  gallery = await startGallery();
  metadata = await serveInstanceMetadata({
    // Those that the local cloud knows.
    accessKeyId: process.env['AWS_ACCESS_KEY_ID']!,
    secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY']!,
    sessionToken: 'token/of+the=role',
    expiration: new Date(Date.now() + HALF_AN_HOUR_MS),
  });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  metadata.close();
  await gallery.close();
});

test("an API host works with its role's credentials alone, and promises no URL for longer than they live", async () => {
  const { lines } = startApiProcess(gallery, children, {
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_SERVICE_ENDPOINT: metadata.endpoint,
  });
  const url = await ready(lines);
  expect(await (await fetch(`${url}/api/ready`)).json()).toMatchObject({ bucket: 'ok', queue: 'ok' });
  const post = async (path: string, body: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.json() as Promise<{ token: string; upload: { url: string; expiresAt: string } }>;
  };
  const account = { email: 'role@example.org', password: PASSWORD, displayName: 'R' };
  const { token } = await post('/api/users', account);
  const { upload } = await post('/api/images', askFor(someBytes()), token);
  const query = new URL(upload.url).searchParams;
  expect(query.get('X-Amz-Security-Token')).toBe('token/of+the=role');
  expect(Number(query.get('X-Amz-Expires'))).toBeLessThanOrEqual(HALF_AN_HOUR_MS / 1000);
  expect(Date.parse(upload.expiresAt)).toBeLessThanOrEqual(Date.now() + HALF_AN_HOUR_MS);
}, 60_000);

test.each([
  ['credentials that never end', undefined, 7200],
  ['credentials that outlive the URL', new Date('2026-11-23T12:00:00Z'), 7200],
  ['credentials that die sooner', new Date('2026-11-23T05:30:00Z'), 1800],
  ['credentials that have died', new Date('2026-11-23T04:00:00Z'), 1],
])('with %s a URL lives accordingly', (_name, expiration, seconds) => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 's', expiration };
  expect(lifetimeSeconds(credentials, new Date('2026-11-23T05:00:00Z'), 7200)).toBe(seconds);
});
