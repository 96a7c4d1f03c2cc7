import type { Server } from '@hapi/hapi';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createServer } from '@movieflix/api-server/app.ts';
import { insertUnclaimedMember } from '@movieflix/api-server/users/unclaimed-member.ts';
import { callerOf, signUp } from './gallery/caller.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
/** As on AWS: nobody runs a gallery by signing up. */
let closed: Server;
/** As `npm start` sets it. */
let open: Server;

beforeAll(async () => {
  gallery = await startGallery();
  closed = gallery.server;
  open = await createServer({ ...gallery.app, config: { ...gallery.app.config, isFirstMemberAdmin: true } });
  await open.initialize();
});
afterEach(() => gallery.app.db.deleteFrom('users').execute());
afterAll(async () => {
  await open.stop();
  await gallery.close();
});

const members = () => gallery.app.db.selectFrom('users').selectAll().execute();
const admins = async () => (await members()).filter(({ is_admin }) => is_admin).map(({ id }) => id);
const makeUnclaimed = async () => (await insertUnclaimedMember(gallery.app.db))!.id;

function signUpTogether(server: Server, count: number) {
  return Promise.all(Array.from({ length: count }, () => signUp(server)));
}

test('of those who sign up first at the same moment one runs the gallery', async () => {
  const together = await signUpTogether(open, 8);
  const found = await admins();
  expect(found).toHaveLength(1);
  expect(together.map(({ id }) => id)).toContain(found[0]);
  expect(await members()).toHaveLength(8);
});

test('of those who sign up first at the same moment one takes over what is unclaimed', async () => {
  const unclaimed = await makeUnclaimed();
  const together = await signUpTogether(open, 8);
  expect(together.filter(({ id }) => id === unclaimed)).toHaveLength(1);
  expect(await admins()).toEqual([unclaimed]);
  const all = await members();
  expect([all.length, all.some(({ is_unclaimed }) => is_unclaimed)]).toEqual([8, false]);
});

test('who takes over goes by their own name and signs in with their own password', async () => {
  await makeUnclaimed();
  const first = await signUp(open, 'ada');
  const { body } = await first.call('GET', '/api/users/me');
  expect(body).toMatchObject({ email: first.email, displayName: 'ada', isAdmin: true });
  const again = { email: first.email, password: 'correct horse' };
  expect((await callerOf(open).call('POST', '/api/sessions', again)).body.user.id).toBe(first.id);
});

test('who signs up later runs nothing', async () => {
  const first = await signUp(open);
  await signUp(open);
  expect(await admins()).toEqual([first.id]);
});

test('a gallery that has members gives nothing to the next who signs up', async () => {
  await signUp(closed);
  const unclaimed = await makeUnclaimed();
  const next = await signUp(open);
  expect(next.id).not.toBe(unclaimed);
  expect(await admins()).toEqual([unclaimed]);
  expect((await next.call('GET', '/api/users/me')).body).toMatchObject({ isAdmin: false });
});

test('nobody runs a gallery by signing up where it is not said so', async () => {
  const unclaimed = await makeUnclaimed();
  const first = await signUp(closed);
  expect(first.id).not.toBe(unclaimed);
  expect(await admins()).toEqual([unclaimed]);
});

test('nobody signs in or up as the unclaimed member, and there is one of them at most', async () => {
  await makeUnclaimed();
  expect(await insertUnclaimedMember(gallery.app.db)).toBeUndefined();
  const [{ email } = { email: '' }] = await members();
  const visitor = callerOf(open);
  for (const password of ['none', '', 'anything at all']) {
    expect((await visitor.call('POST', '/api/sessions', { email, password })).status).toBe(400);
  }
  const account = { email, password: 'anything at all', displayName: 'Eve' };
  expect((await visitor.call('POST', '/api/users', account)).status).toBe(400);
});

test('the unclaimed member has no address that mail could reach, and the database keeps it so', async () => {
  const id = await makeUnclaimed();
  const change = gallery.app.db.updateTable('users').set({ email: 'eve@example.org' }).where('id', '=', id);
  await expect(change.execute()).rejects.toThrow('users_unclaimed_has_no_address');
});
