import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, callerOf, PASSWORD, signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery({
    config: { trustedProxies: 1 },
    rules: {
      signIn: { times: 3, seconds: 60 },
      signUp: { times: 2, seconds: 60 },
      uploads: { times: 5, seconds: 60 },
    },
  });
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

function signIn(email: string, password: string, forwardedFor: string) {
  return gallery.server.inject({
    method: 'POST',
    url: '/api/sessions',
    headers: { 'x-forwarded-for': forwardedFor },
    payload: { email, password },
  });
}

test('guessing a password ends after some attempts, for this account and address only', async () => {
  const { email } = await signUp(gallery.server);
  for (let attempt = 0; attempt < 3; attempt++) {
    expect((await signIn(email, 'wrong', '192.0.2.1')).statusCode).toBe(401);
  }
  const refused = await signIn(email, PASSWORD, '192.0.2.1');
  expect([refused.statusCode, JSON.parse(refused.payload).code]).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
  expect(JSON.parse(refused.payload).message).toMatch(/Please wait \d+ seconds/);
  expect((await signIn(email, PASSWORD, '192.0.2.1, 192.0.2.2')).statusCode).toBe(201);
  // What the caller wrote in front of our proxy's own entry proves nothing.
  expect((await signIn(email, PASSWORD, '192.0.2.9, 192.0.2.1')).statusCode).toBe(429);
});

test('signing in rightly starts the count anew', async () => {
  const { email } = await gallery.app.db.selectFrom('users').select('email').executeTakeFirstOrThrow();
  for (let round = 0; round < 3; round++) {
    expect((await signIn(email, 'wrong', '192.0.2.3')).statusCode).toBe(401);
    expect((await signIn(email, PASSWORD, '192.0.2.3')).statusCode).toBe(201);
  }
});

test('signing in with the longest address there is, is counted like any other', async () => {
  const label = 'a'.repeat(60);
  const email = `${label}@${label}.${label}.${label}.example`;
  expect((await signIn(email, 'wrong', '192.0.2.4')).statusCode).toBe(401);
});

test('uploads and new accounts are limited, each member and address by itself', async () => {
  const member = await signUp(gallery.server);
  const answers = await Promise.all(Array.from({ length: 7 }, () => ask(member, someBytes())));
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(2);
  const account = { email: 'late@example.org', password: PASSWORD, displayName: 'Late' };
  const refused = await visitor.call('POST', '/api/users', account);
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.anything()]);
});
