import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, callerOf, type MemberCaller, signUp } from './gallery/caller.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const ORIGIN = 'https://films.example.org';

let gallery: Gallery;
let member: MemberCaller;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery({ config: { allowedOrigins: [ORIGIN] } });
  member = await signUp(gallery.server);
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

function send(payload: string | Buffer, contentType?: string) {
  const headers = {
    authorization: `Bearer ${member.token}`,
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
  return gallery.server.inject({ method: 'POST', url: '/api/images', headers, payload });
}

test.each([
  ['a body that is not JSON', '{"filename": ', 'application/json', 400, 'bad-request', 'valid JSON'],
  [
    'ten megabytes of JSON',
    JSON.stringify({ x: 'x'.repeat(10_000_000) }),
    'application/json',
    413,
    'too-large',
    '65536 bytes',
  ],
  [
    'a form',
    'a=b',
    'application/x-www-form-urlencoded',
    415,
    'unsupported-media-type',
    'x-www-form-urlencoded',
  ],
  ['a list', '[]', 'application/json', 400, 'invalid-input', 'must be of type object'],
  ['a number', '1', 'application/json', 400, 'invalid-input', 'must be of type object'],
  ['nothing', '', 'application/json', 400, 'invalid-input', 'must be of type object'],
  [
    'a poisoned prototype',
    '{"__proto__": {"admin": true}}',
    'application/json',
    400,
    'bad-request',
    'valid JSON',
  ],
])('%s is refused with a sentence', async (_name, payload, contentType, status, code, sentence) => {
  const answer = await send(payload, contentType);
  const body = JSON.parse(answer.payload);
  expect([answer.statusCode, body.code]).toEqual([status, code]);
  expect(body.message).toContain(sentence);
});

test.each([
  ['GET', '/api/nothing'],
  ['POST', '/api/health'],
  ['GET', '/nothing'],
  ['GET', '/api/images/../../etc/passwd'],
] as const)('%s %s is answered with 404 in the shape of errors', async (method, url) => {
  const answer = await visitor.call(method, url);
  expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
});

test('every answer says how browsers have to treat it', async () => {
  for (const url of ['/api/health', '/api/nothing', '/api/users/me']) {
    expect((await visitor.call('GET', url)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
  }
});

test('HTTPS is asked for where the request came by it', async () => {
  const over = (proto: string) =>
    gallery.server.inject({ url: '/api/health', headers: { 'x-forwarded-proto': proto } });
  expect((await over('https')).headers).toMatchObject({
    'strict-transport-security': expect.stringContaining('max-age=63072000'),
    'cross-origin-opener-policy': 'same-origin',
  });
  const { headers } = await over('http');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers).not.toHaveProperty('cross-origin-opener-policy');
});

test('only the origins that are allowed may call from a browser, and they read errors too', async () => {
  const from = (origin: string) => gallery.server.inject({ url: '/api/users/me', headers: { origin } });
  const { headers } = await from(ORIGIN);
  expect(headers['access-control-allow-origin']).toBe(ORIGIN);
  expect(headers['access-control-expose-headers']).toContain('Retry-After');
  expect((await from('https://evil.example.org')).headers).not.toHaveProperty('access-control-allow-origin');
  const preflight = await gallery.server.inject({
    method: 'OPTIONS',
    url: '/api/images',
    headers: {
      origin: ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(preflight.statusCode).toBe(200);
  expect(preflight.headers['access-control-allow-methods']).toContain('POST');
});

test('the process says that it lives, and what it needs answers', async () => {
  expect((await visitor.call('GET', '/api/health')).text).toBe('{"status":"ok"}');
  const ready = await visitor.call('GET', '/api/ready');
  expect(ready.status).toBe(200);
  expect(JSON.parse(ready.text)).toEqual({ status: 'ok', database: 'ok', bucket: 'ok', queue: 'ok' });
});
