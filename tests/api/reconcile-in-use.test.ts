import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Application } from '@movieflix/api-server/application.ts';
import type { Finding } from '@movieflix/api-server/reconciliation/finding.ts';
import { hasOriginal } from '@movieflix/api-server/storage/originals.ts';
import { originalKey, renditionKey } from '@movieflix/contracts';
import { ask, put, upload } from './gallery/files.ts';
import { openScene, type Scene } from './gallery/reconciliation-scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});
beforeEach(() => scene.newMember());
afterAll(() => scene.close());

describe('while the gallery is in use', () => {
  /** The application with a bucket that does something before it tells of the original of an image. */
  function beforeLookingAt(id: string, deed: () => Promise<unknown>): Application {
    const { app } = scene.gallery;
    const client = Object.assign(Object.create(app.bucket.client), {
      send: async (command: HeadObjectCommand) => {
        if (command instanceof HeadObjectCommand && command.input.Key === originalKey(id)) await deed();
        return app.bucket.client.send(command);
      },
    });
    return { ...app, bucket: { ...app.bucket, client } };
  }

  test('an image that is removed after it was listed is no finding', async () => {
    const { id } = await scene.whole();
    await scene.member.call('DELETE', `/api/images/${id}`);
    await scene.removeObject(renditionKey(id, 320));
    const app = beforeLookingAt(id, () => scene.member.call('DELETE', `/api/images/${id}?permanent=true`));
    expect(await scene.findingOf(id, { app, isMending: true })).toBeUndefined();
    expect(await hasOriginal(scene.gallery.app.bucket, id)).toBe(false);
  });

  test('an original that arrives after it was missed is no finding', async () => {
    const bytes = await scene.photograph();
    const asked = await ask(scene.member, bytes, { contentType: 'image/png' });
    const { id } = asked.body.image;
    await scene.change(id, { status: 'failed', failure_reason: 'broken', failure_message: '' });
    const app = beforeLookingAt(id, () => put(asked.body.upload, bytes));
    expect(await scene.findingOf(id, { app, isMending: true })).toBeUndefined();
  });

  test('uploads, results and removals that go on meanwhile are no findings', async () => {
    const { app } = scene.gallery;
    const ids = new Set<string>();
    let isBusy = true;
    const work = async () => {
      for (let times = 0; times < 5; times++) {
        const { id } = await upload(scene.member, await scene.photograph(), { contentType: 'image/png' });
        ids.add(id);
        if (times % 2 === 0) continue;
        await scene.settled(id);
        await scene.member.call('DELETE', `/api/images/${id}`);
        await scene.member.call('DELETE', `/api/images/${id}?permanent=true`);
      }
    };
    const worked = Promise.all([work(), work(), work()]).finally(() => {
      isBusy = false;
    });
    const found: Finding[] = [];
    while (isBusy) found.push(...(await scene.findings({ app })));
    await worked;
    expect(found.filter(({ imageId }) => ids.has(imageId))).toEqual([]);
  });
});
