import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer } from '@movieflix/api-server/app.ts';
import { type Caller, callerOf, PASSWORD, signUp } from './gallery/caller.ts';
import { readyImage } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery();
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

test('signing up signs in at once', async () => {
  const answer = await visitor.call('POST', '/api/users', {
    email: 'grace@example.org',
    password: PASSWORD,
    displayName: ' Grace ',
  });
  expect(answer.status).toBe(201);
  const me = await callerOf(gallery.server, answer.body.token).call('GET', '/api/users/me');
  expect(me.body).toMatchObject({ displayName: 'Grace', usage: { images: 0, bytes: 0 } });
});

test('an e-mail address belongs to one member, whatever its case', async () => {
  const member = await signUp(gallery.server);
  const again = { email: member.email.toUpperCase(), password: PASSWORD, displayName: 'x' };
  const answer = await visitor.call('POST', '/api/users', again);
  expect([answer.status, answer.body.code]).toEqual([409, 'email-taken']);
});

test('parallel sign-ups with one address make one member', async () => {
  const account = { email: 'race@example.org', password: PASSWORD, displayName: 'Race' };
  const answers = await Promise.all([1, 2, 3].map(() => visitor.call('POST', '/api/users', account)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
});

test('signing in works whatever the case of the address, and not with another password', async () => {
  const { email } = await signUp(gallery.server);
  const right = await visitor.call('POST', '/api/sessions', {
    email: email.toUpperCase(),
    password: PASSWORD,
  });
  expect(right.status).toBe(201);
  const wrong = await visitor.call('POST', '/api/sessions', { email, password: 'wrong horse' });
  const unknown = await visitor.call('POST', '/api/sessions', { email: `x${email}`, password: PASSWORD });
  expect(wrong.status).toBe(401);
  expect(unknown.text).toBe(wrong.text);
});

test('signing out ends the session, and only this one', async () => {
  const member = await signUp(gallery.server);
  const other = await visitor.call('POST', '/api/sessions', { email: member.email, password: PASSWORD });
  expect((await member.call('DELETE', '/api/sessions/current')).status).toBe(204);
  expect((await member.call('GET', '/api/users/me')).body.code).toBe('session-ended');
  expect((await callerOf(gallery.server, other.body.token).call('GET', '/api/users/me')).status).toBe(200);
});

test('an expired session is refused, also where visitors are welcome', async () => {
  const member = await signUp(gallery.server);
  await gallery.app.db
    .updateTable('sessions')
    .set({ expires_at: new Date(0) })
    .where('user_id', '=', member.id)
    .execute();
  expect((await member.call('GET', '/api/users/me')).status).toBe(401);
  expect((await member.call('GET', '/api/images')).status).toBe(401);
});

test('a header that is no token of ours is refused', async () => {
  for (const token of ['', 'x', 'a'.repeat(43), 'a b']) {
    expect((await callerOf(gallery.server, token).call('GET', '/api/users/me')).status).toBe(401);
  }
  expect((await visitor.call('GET', '/api/users/me')).headers['www-authenticate']).toBe('Bearer');
});

test('the tables hold neither passwords nor tokens', async () => {
  const member = await signUp(gallery.server);
  const user = await gallery.app.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', member.id)
    .executeTakeFirst();
  expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const sessions = await gallery.app.db.selectFrom('sessions').selectAll().execute();
  expect(JSON.stringify(sessions)).not.toContain(member.token);
});

test('a member changes the name shown', async () => {
  const member = await signUp(gallery.server);
  const answer = await member.call('PATCH', '/api/users/me', { displayName: 'Lady Ada' });
  expect([answer.status, (answer.body as unknown as { displayName: string }).displayName]).toEqual([
    200,
    'Lady Ada',
  ]);
});

test('a new password needs the current one and ends the other sessions', async () => {
  const member = await signUp(gallery.server);
  const { email } = member;
  const other = await visitor.call('POST', '/api/sessions', { email, password: PASSWORD });
  const change = { password: 'battery staple' };
  expect((await member.call('PATCH', '/api/users/me', change)).status).toBe(400);
  const wrong = await member.call('PATCH', '/api/users/me', { ...change, currentPassword: 'wrong' });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
  expect((await member.call('PATCH', '/api/users/me', { ...change, currentPassword: PASSWORD })).status).toBe(
    200,
  );
  expect((await callerOf(gallery.server, other.body.token).call('GET', '/api/users/me')).status).toBe(401);
  expect((await visitor.call('POST', '/api/sessions', { email, ...change })).status).toBe(201);
});

test('who leaves is gone at once, with their public images, and may come back anew', async () => {
  const member = await signUp(gallery.server);
  const image = await readyImage(gallery, member, { visibility: 'public' });
  expect((await visitor.call('GET', `/api/images/${image.id}`)).status).toBe(200);
  expect((await member.call('DELETE', '/api/users/me', { password: 'wrong' })).status).toBe(403);
  expect((await member.call('DELETE', '/api/users/me', { password: PASSWORD })).status).toBe(204);
  expect((await visitor.call('GET', `/api/images/${image.id}`)).status).toBe(404);
  expect((await visitor.call('GET', '/api/images')).text).not.toContain(image.id);
  expect((await member.call('GET', '/api/users/me')).status).toBe(401);
  const account = { email: member.email, password: PASSWORD, displayName: 'Again' };
  expect((await visitor.call('POST', '/api/sessions', account)).status).toBe(400);
  expect((await visitor.call('POST', '/api/users', account)).status).toBe(201);
});

test.each([
  ['no password', { email: 'a@example.org', displayName: 'A' }, '"password" is required.'],
  [
    'a short password',
    { email: 'a@example.org', password: 'short', displayName: 'A' },
    'at least 8 characters',
  ],
  [
    'no e-mail address',
    { email: 'a', password: PASSWORD, displayName: 'A' },
    'valid email, but received "a"',
  ],
  ['an empty name', { email: 'a@example.org', password: PASSWORD, displayName: ' ' }, '"displayName"'],
  [
    'a character the database cannot hold',
    { email: 'a@example.org', password: PASSWORD, displayName: 'a\0b' },
    'U+0000',
  ],
  [
    'an unknown field',
    { email: 'a@example.org', password: PASSWORD, displayName: 'A', admin: true },
    '"admin" is not allowed.',
  ],
])('signing up with %s is refused with a sentence', async (_name, payload, sentence) => {
  const answer = await visitor.call('POST', '/api/users', payload);
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  expect(answer.body.message).toContain(sentence);
  expect(answer.text).not.toContain('"short"');
});

test('a gallery that takes no new members says so', async () => {
  const config = { ...gallery.app.config, isSignUpOpen: false };
  const closed = callerOf(await createServer({ ...gallery.app, config }));
  const account = { email: 'late@example.org', password: PASSWORD, displayName: 'Late' };
  const answer = await closed.call('POST', '/api/users', account);
  expect([answer.status, answer.body.code]).toEqual([403, 'sign-up-closed']);
});

test('the password cannot be guessed from an open session', async () => {
  const member = await signUp(gallery.server);
  const guess = () => member.call('DELETE', '/api/users/me', { password: 'wrong' });
  for (let attempt = 0; attempt < 10; attempt++) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
});
