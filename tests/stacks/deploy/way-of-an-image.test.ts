import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOriginalMetadata } from '@movieflix/api-server/storage/original-metadata.ts';
import { headOriginal } from '@movieflix/api-server/storage/originals.ts';
import { originalKey, renditionKey } from '@movieflix/contracts';
import sharp from 'sharp';
import { type ImageBody, type MemberCaller, signUp } from '../../api/gallery/caller.ts';
import { upload } from '../../api/gallery/files.ts';
import { findingsOf } from '../../api/gallery/findings.ts';
import { CHECKOUT } from '../../runner/run-program.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { REGION } from '../emulator/start-emulator.ts';
import { type ApiBeside, startApiBeside } from './api-beside.ts';
import { DEPLOY_WITHIN_MS, deployGallery } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { outputOf } from './gallery.ts';
import { ANSWERS_FOR_THIS_PROCESSOR } from './this-processor.ts';

const SETTLED_WITHIN_MS = 60_000;

let deployed: Deployed;
let api: ApiBeside;
let member: MemberCaller;

beforeAll(async () => {
  deployed = await deployGallery(ANSWERS_FOR_THIS_PROCESSOR);
  api = await startApiBeside(deployed);
  member = await signUp(api.server);
}, DEPLOY_WITHIN_MS);
afterAll(async () => {
  await api?.stop();
  await deployed?.emulator.stop();
});

function settled(id: string): Promise<ImageBody> {
  const ask = async () => {
    const image = (await member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody;
    return image.status !== 'pending' && image;
  };
  return waitFor('a result', ask, SETTLED_WITHIN_MS);
}

describe('the API on what was deployed', () => {
  test('is ready: bucket and queue answer', async () => {
    const answer = await api.server.inject('/api/ready');
    expect(answer.statusCode).toBe(200);
  });

  test('has the rights of its hosts, which fetch their own release and no other', async () => {
    const client = new S3Client({
      endpoint: deployed.emulator.endpoint,
      region: REGION,
      forcePathStyle: true,
    });
    const release = deployed.gallery.nested['ReleaseStack'];
    const fetchRelease = (name: string) =>
      client.send(
        new GetObjectCommand({ Bucket: outputOf(release, 'ReleaseBucket'), Key: outputOf(release, name) }),
      );
    const own = await fetchRelease('ApiRelease');
    await own.Body?.transformToByteArray();
    await expect(fetchRelease('WebRelease')).rejects.toThrow(/not authorized to perform: s3:GetObject/);
  });

  test('turns a photograph, uploaded by its presigned URL, into thumbnails', async () => {
    const photo = await readFile(path.join(CHECKOUT, 'tests/fixtures/photos/canyon-wren.jpg'));
    const { id } = await upload(member, new Uint8Array(photo));
    const image = await settled(id);
    expect(image).toMatchObject({ status: 'ready', contentType: 'image/jpeg', width: 3840, height: 2160 });
    const picture = await fetch(image.thumbnails[0]?.url ?? '');
    expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 320 });
  });

  test('brings an original that was deleted by mistake back from its older version, and has it resized', async () => {
    const { app } = api;
    const photo = await readFile(path.join(CHECKOUT, 'tests/fixtures/photos/valley-midnight.jpg'));
    const { id } = await upload(member, new Uint8Array(photo), { filename: 'Tal um Mitternacht ★.jpg' });
    const image = await settled(id);
    expect(image.status).toBe('ready');
    const before = await headOriginal(app.bucket, id);
    for (const Key of [originalKey(id), ...image.thumbnails.map(({ width }) => renditionKey(id, width))])
      await app.bucket.client.send(new DeleteObjectCommand({ Bucket: app.bucket.name, Key }));
    expect(await headOriginal(app.bucket, id)).toBeUndefined();

    const lost = { imageId: id, kind: 'original-missing', filename: 'Tal um Mitternacht ★.jpg' };
    expect(await findingsOf(app)).toMatchObject([{ ...lost, outcome: 'mendable' }]);
    expect(await headOriginal(app.bucket, id)).toBeUndefined();
    expect(await findingsOf(app, { isMending: true })).toMatchObject([{ ...lost, outcome: 'mended' }]);
    const after = await headOriginal(app.bucket, id);
    expect(after).toMatchObject({ ContentType: 'image/jpeg', ContentLength: photo.length });
    expect(after?.Metadata).toEqual(before?.Metadata);
    expect(readOriginalMetadata(after?.Metadata)).toMatchObject({
      ownerId: member.id,
      filename: lost.filename,
    });

    const thumbnails = () => Promise.all(image.thumbnails.map(async ({ url }) => (await fetch(url)).ok));
    await waitFor('its thumbnails', async () => (await thumbnails()).every(Boolean), SETTLED_WITHIN_MS);
    expect(await findingsOf(app)).toEqual([]);
  });

  test('says why a file that is no picture has failed', async () => {
    const { id } = await upload(member, new TextEncoder().encode('This is no picture.'), {
      filename: 'note.jpg',
    });
    expect(await settled(id)).toMatchObject({
      status: 'failed',
      failure: { reason: 'not-an-image', canRetry: false },
    });
  });
});
