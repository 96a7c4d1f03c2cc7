import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lineOf } from '@movieflix/api-server/reconciliation/report.ts';
import { originalKey, renditionKey } from '@movieflix/contracts';
import { waitFor } from '../waiting/wait-for.ts';
import { PASSWORD } from './gallery/caller.ts';
import { ask, someBytes, upload } from './gallery/files.ts';
import { ago, DAY_MS, MINUTE_MS, openScene, type Scene } from './gallery/reconciliation-scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});
beforeEach(() => scene.newMember());
afterAll(() => scene.close());

describe('an original that is gone', () => {
  test('is found as lost where the bucket keeps no versions, and stays so', async () => {
    const { id } = await scene.whole();
    expect(await scene.findingOf(id)).toBeUndefined();
    await scene.removeObject(originalKey(id));
    const lost = { kind: 'original-missing', filename: 'harbour.jpg', outcome: 'left' };
    expect(await scene.findingOf(id)).toMatchObject(lost);
    expect(await scene.findingOf(id, { isMending: true })).toMatchObject(lost);
    expect((await scene.imageOf(id)).status).toBe('ready');
  });

  test('is no loss where its owner was told to bring it again', async () => {
    const { id } = (await ask(scene.member, someBytes())).body.image;
    await scene.change(id, {
      status: 'failed',
      failure_reason: 'missing',
      failure_message: 'Upload it again.',
    });
    expect(await scene.findingOf(id)).toBeUndefined();
    await scene.change(id, { failure_reason: 'broken' });
    expect(await scene.findingOf(id)).toMatchObject({ kind: 'original-missing' });
  });

  test('is no loss where its owner has left, and all of theirs is going', async () => {
    const { id } = await scene.whole();
    await scene.removeObject(originalKey(id));
    await scene.member.call('DELETE', '/api/users/me', { password: PASSWORD });
    expect(await scene.findingOf(id)).toBeUndefined();
  });
});

describe('an upload under way', () => {
  test.each([
    ['that was just asked for', 0],
    ['that came to nothing, which the sweep removes', 2 * DAY_MS],
  ])('%s is no finding', async (_what, ageMs) => {
    const { id } = (await ask(scene.member, someBytes())).body.image;
    await scene.change(id, { pending_since: ago(ageMs) });
    expect(await scene.findingOf(id, { isMending: true })).toBeUndefined();
    expect((await scene.imageOf(id)).status).toBe('pending');
  });

  test('that arrived a moment ago is no finding', async () => {
    const { id } = await scene.whole();
    await scene.change(id, { status: 'pending', pending_since: ago(DAY_MS) });
    expect(await scene.findingOf(id)).toBeUndefined();
  });
});

describe('thumbnails that are gone', () => {
  test('are found, and made again from the original', async () => {
    const { id } = await scene.whole();
    await scene.removeObject(renditionKey(id, 320));
    expect(await scene.findingOf(id)).toMatchObject({ kind: 'renditions-missing', outcome: 'mendable' });
    expect(await scene.findingOf(id, { isMending: true })).toMatchObject({ outcome: 'mended' });
    await waitFor('the thumbnail', async () => (await scene.keysOf(id)).includes(renditionKey(id, 320)));
    expect(await scene.findingOf(id)).toBeUndefined();
    expect((await scene.imageOf(id)).status).toBe('ready');
  });
});

describe('a result that is missing', () => {
  test.each([
    ['that is pending as before its result', { status: 'pending', failure_reason: null }],
    ['whose resize failed in passing', { status: 'failed', failure_reason: 'resize-failed' }],
    ['whose original was missing then', { status: 'failed', failure_reason: 'missing' }],
  ])('of an image %s is found when it is overdue, and comes', async (_what, state) => {
    const { id } = await scene.whole();
    await scene.change(id, { ...state, pending_since: ago(DAY_MS) });
    expect(await scene.findingOf(id, { afterMs: 14 * MINUTE_MS })).toBeUndefined();
    const later = { afterMs: 16 * MINUTE_MS };
    expect(await scene.findingOf(id, later)).toMatchObject({ kind: 'result-missing', outcome: 'mendable' });
    expect(await scene.findingOf(id, { ...later, isMending: true })).toMatchObject({ outcome: 'mended' });
    expect((await scene.settled(id)).status).toBe('ready');
    expect(await scene.findingOf(id, later)).toBeUndefined();
  });

  test('of an image that is being retried is not overdue yet', async () => {
    const { id } = await scene.whole();
    await scene.change(id, { status: 'pending', pending_since: new Date(Date.now() + 10 * MINUTE_MS) });
    expect(await scene.findingOf(id, { afterMs: 16 * MINUTE_MS })).toBeUndefined();
  });

  test('of a file that is no picture has come', async () => {
    const { id } = await upload(scene.member, someBytes());
    expect((await scene.settled(id)).status).toBe('failed');
    expect(await scene.findingOf(id, { afterMs: 16 * MINUTE_MS })).toBeUndefined();
  });
});

test('thumbnails of an image that is nowhere else are named, and left', async () => {
  const { id } = await scene.whole();
  await scene.forget(id);
  await scene.removeObject(originalKey(id));
  expect(await scene.findingOf(id, { isMending: true })).toMatchObject({
    kind: 'only-renditions',
    outcome: 'left',
  });
  expect(await scene.keysOf(id)).toHaveLength(2);
});

test('without being asked to mend, nothing is changed', async () => {
  const [gone, unseen, unknown, overdue] = [
    await scene.whole(),
    await scene.whole(),
    await scene.whole(),
    await scene.whole(),
  ];
  await scene.removeObject(originalKey(gone.id));
  await scene.removeObject(renditionKey(unseen.id, 640));
  await scene.forget(unknown.id);
  await scene.change(overdue.id, { status: 'pending', pending_since: ago(DAY_MS) });
  const ids = [gone, unseen, unknown, overdue].map(({ id }) => id);
  const state = async () => ({
    images: await scene.gallery.app.db.selectFrom('images').selectAll().orderBy('id').execute(),
    users: await scene.gallery.app.db.selectFrom('users').selectAll().orderBy('id').execute(),
    keys: await Promise.all(ids.map((id) => scene.keysOf(id))),
  });
  const before = await state();
  const found = await scene.findings({ afterMs: 16 * MINUTE_MS });
  expect(found.filter(({ imageId }) => ids.includes(imageId))).toHaveLength(4);
  expect(await state()).toEqual(before);
});

test('a finding is one line, whatever its file name is', () => {
  const finding = { kind: 'original-missing', outcome: 'left', note: 'lost' } as const;
  const filename = 'a\u001b[2J\n\u202Egpj.exe';
  expect(lineOf({ ...finding, imageId: 'id', filename })).toBe(
    'original missing: id "a\u{fffd}[2J\u{fffd}\u{fffd}gpj.exe": lost',
  );
});
