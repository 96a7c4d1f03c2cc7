import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { type ImageBody, type MemberCaller, signUp } from '../../api/gallery/caller.ts';
import { upload } from '../../api/gallery/files.ts';
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
