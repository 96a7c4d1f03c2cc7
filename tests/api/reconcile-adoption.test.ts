import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { originalMetadata } from '@movieflix/api-server/storage/original-metadata.ts';
import { originalKey } from '@movieflix/contracts';
import { sql } from 'kysely';
import { v4, v7 } from 'uuid';
import { lastingFacts, PASSWORD } from './gallery/caller.ts';
import { ask, sha256, someBytes, upload } from './gallery/files.ts';
import { MINUTE_MS, openScene, type Scene } from './gallery/reconciliation-scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});
beforeEach(() => scene.newMember());
afterAll(() => scene.close());

describe('an original without an image', () => {
  test('becomes the image again that it was, with its owner, file name and place in time', async () => {
    const bytes = await scene.photograph();
    const asked = { filename: '写真 (1).png', contentType: 'image/png' };
    const { id } = await upload(scene.member, bytes, asked);
    const before = await scene.settled(id);
    await scene.member.call('PATCH', `/api/images/${id}`, { visibility: 'public' });
    const usage = async () => (await scene.member.call('GET', '/api/users/me')).body.usage;
    const held = await usage();
    await scene.forget(id);
    expect(await usage()).toMatchObject({ images: 0, bytes: 0 });

    const unknown = { kind: 'image-missing', filename: asked.filename };
    expect(await scene.findingOf(id)).toMatchObject({ ...unknown, outcome: 'mendable' });
    expect(await scene.findingOf(id, { isMending: true })).toMatchObject({ ...unknown, outcome: 'mended' });
    const now = await scene.settled(id);
    const { createdAt: _, ...same } = lastingFacts(before);
    expect(lastingFacts(now)).toMatchObject(same);
    expect(now).toMatchObject({ status: 'ready', visibility: 'private', owner: { id: scene.member.id } });
    expect(now.thumbnails.map(({ width }) => width)).toEqual([320, 640]);
    expect(await usage()).toEqual(held);
    expect(await scene.findingOf(id)).toBeUndefined();
    expect((await ask(scene.member, bytes, asked)).body.duplicate).toBe(true);
    const [{ created_at }] = await rowsOf(id);
    expect(+created_at).toBe(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  });

  async function rowsOf(id: string) {
    const rows = await scene.gallery.app.db.selectFrom('images').selectAll().where('id', '=', id).execute();
    return rows as [(typeof rows)[number]];
  }

  test('is made an image even where the quota is used up, and at the time of its arrival where its id has none', async () => {
    const id = v4();
    const bytes = await scene.photograph();
    const facts = {
      ownerId: scene.member.id,
      filename: 'old.png',
      sha256: Buffer.from(sha256(bytes), 'hex'),
    };
    await scene.gallery.app.db
      .updateTable('users')
      .set({ image_bytes: scene.gallery.app.config.maxMemberBytes })
      .where('id', '=', scene.member.id)
      .execute();
    await scene.putObject(originalKey(id), bytes, originalMetadata(facts));
    expect(await scene.findingOf(id, { isMending: true })).toMatchObject({ outcome: 'mended' });
    expect((await scene.settled(id)).status).toBe('ready');
    const [{ created_at }] = await rowsOf(id);
    expect(Math.abs(Date.now() - +created_at)).toBeLessThan(10 * MINUTE_MS);
  });

  test('is left with the reason where it carries nothing', async () => {
    const id = v7();
    await scene.putObject(originalKey(id), someBytes());
    const left = {
      kind: 'image-missing',
      outcome: 'left',
      note: expect.stringContaining('nothing that tells'),
    };
    expect(await scene.findingOf(id, { isMending: true })).toMatchObject(left);
    expect(await rowsOf(id)).toEqual([]);
  });

  test('is left with the reason where its owner is unknown, has left, or has the same picture', async () => {
    const { id } = await upload(scene.member, await scene.photograph(), { contentType: 'image/png' });
    await scene.settled(id);
    const { owner_id: ownerId, filename, sha256 } = (await rowsOf(id))[0];
    const copies = {
      unknown: { id: v7(), facts: { ownerId: v7(), filename, sha256 }, note: 'unknown' },
      same: { id: v7(), facts: { ownerId, filename, sha256 }, note: `the same picture as image ${id}` },
    };
    for (const copy of Object.values(copies))
      await scene.putObject(originalKey(copy.id), someBytes(), originalMetadata(copy.facts));
    for (const { id, note } of Object.values(copies))
      expect(await scene.findingOf(id, { isMending: true })).toMatchObject({
        outcome: 'left',
        filename,
        note: expect.stringContaining(note),
      });
    await scene.member.call('DELETE', '/api/users/me', { password: PASSWORD });
    expect(await scene.findingOf(copies.same.id, { isMending: true })).toMatchObject({
      outcome: 'left',
      note: expect.stringContaining('has left'),
    });
  });

  test('that was removed, and whose objects are still going, is no finding', async () => {
    const { id } = await scene.whole();
    await scene.forget(id);
    await sql`insert into removals values (${id}, null, now(), null)`.execute(scene.gallery.app.db);
    expect(await scene.findingOf(id, { isMending: true })).toBeUndefined();
  });
});
