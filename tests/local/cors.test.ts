import { expect, test } from '@jest/globals';
import { presignPut } from './cloud/presign.ts';
import { BUCKET, startTestCloud } from './cloud/test-cloud.ts';

const origin = 'http://localhost:3000';

test('a browser may ask for an upload with every header that is signed', async () => {
  await using started = await startTestCloud();
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', Buffer.from('x'));
  const names = Object.keys(headers).join(',');
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': names,
    },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(response.headers.get('access-control-allow-headers')).toBe(names);
});

test('a page may read the ETag of its upload', async () => {
  await using started = await startTestCloud();
  const body = Buffer.from('x');
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', body);
  const response = await fetch(url, { method: 'PUT', headers: { ...headers, origin }, body });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
});

test('a page may read why it was refused', async () => {
  await using started = await startTestCloud();
  const response = await fetch(`${started.cloud.endpoint}/${BUCKET}/a`, { headers: { origin } });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.text()).toContain('<Code>AccessDenied</Code>');
});
