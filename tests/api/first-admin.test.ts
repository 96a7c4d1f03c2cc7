import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareDatabase } from '@movieflix/api-server/database/prepare-database.ts';
import { type Caller, callerOf, PASSWORD, signUp } from './gallery/caller.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const ADMIN = { email: 'ada@example.org', password: 'first password' };

let gallery: Gallery;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery({ config: { firstAdmin: ADMIN } });
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

/** What every API process does at its start. */
function startAnother(firstAdmin = ADMIN): Promise<void> {
  const { app } = gallery;
  return prepareDatabase({ ...app, config: { ...app.config, firstAdmin } }, new AbortController().signal);
}

function membersWith(email: string) {
  return gallery.app.db.selectFrom('users').selectAll().where('email', '=', email).execute();
}

async function isAdmin(credentials: { email: string; password: string }): Promise<boolean | undefined> {
  const { body } = await visitor.call('POST', '/api/sessions', credentials);
  return body.user?.isAdmin;
}

test('the first administrator signs in with the password that the start was given', async () => {
  expect(await isAdmin(ADMIN)).toBe(true);
});

test('who signs up is no administrator', async () => {
  const member = await signUp(gallery.server);
  expect((await member.call('GET', '/api/users/me')).body).toMatchObject({ isAdmin: false });
  expect(await isAdmin({ email: member.email, password: PASSWORD })).toBe(false);
});

test('processes that start together make one administrator', async () => {
  const email = 'together@example.org';
  await Promise.all([1, 2, 3, 4].map(() => startAnother({ ...ADMIN, email })));
  expect(await membersWith(email)).toHaveLength(1);
});

test('a later start leaves a password alone that was changed meanwhile', async () => {
  const admin = { ...ADMIN, email: 'changes@example.org' };
  await startAnother(admin);
  const { token } = (await visitor.call('POST', '/api/sessions', admin)).body;
  const change = { password: 'battery staple', currentPassword: admin.password };
  expect((await callerOf(gallery.server, token).call('PATCH', '/api/users/me', change)).status).toBe(200);
  await startAnother(admin);
  expect(await isAdmin(admin)).toBeUndefined();
  expect(await isAdmin({ ...admin, password: change.password })).toBe(true);
});

test('a member who has the address already becomes no administrator and keeps the password', async () => {
  const member = await signUp(gallery.server);
  await startAnother({ email: member.email.toUpperCase(), password: 'something else' });
  expect(await isAdmin({ email: member.email, password: PASSWORD })).toBe(false);
});
