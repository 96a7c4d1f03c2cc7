import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RENDITIONS_PREFIX, type ReadyFinding, type ResizeResult } from '@movieflix/contracts';
import sharp from 'sharp';
import { CREDENTIALS, startTestCloud, type TestCloud } from '../../local/cloud/test-cloud.ts';
import { photo } from '../../unit/resize-image/photos.ts';
import { samBuild } from '../build/sam-build.ts';
import { describeWherePossible } from '../built/describe-where-possible.ts';
import { fetchBaseImageParts, makeBaseImage } from './base-image.ts';
import { type DockerEngine, startDockerEngine } from './docker-engine.ts';
import { type Invocation, invokeLocally } from './invoke.ts';

// As the events of events/ name them.
const BUCKET = 'movieflix-images';
const ONE = '0199ab3e-7c1d-7a52-9f04-3b8e6d2c5a10';
const OTHER = '0199ab3e-8f60-7c3b-8d15-6a7f2e9b4c21';

const MINUTES = 60_000;

await describeWherePossible('sam local invoke', prepare, (prepared) => {
  let engine: DockerEngine;
  let cloud: TestCloud;

  beforeAll(async () => {
    const { parts, engine: started } = await prepared;
    engine = started;
    cloud = await startTestCloud({ buckets: [BUCKET] });
    // As `npm start` leaves it in its data folder.
    await writeFile(path.join(cloud.folder, 'settings.json'), JSON.stringify(CREDENTIALS));
    await makeBaseImage(engine.socket, parts);
    await samBuild();
  }, 10 * MINUTES);

  afterAll(async () => {
    await cloud?.[Symbol.asyncDispose]();
    await engine?.[Symbol.asyncDispose]();
  });

  test('the built function writes the renditions of a photograph and prints what it found', async () => {
    await put(ONE, await photo('canyon-wren.jpg'));
    const { result, log } = await invoke('s3-object-created.json');
    const [finding] = (result as ResizeResult).images as ReadyFinding[];
    expect(finding).toMatchObject({ imageId: ONE, outcome: 'ready', contentType: 'image/jpeg' });
    expect(await writtenOf(ONE)).toEqual(
      finding?.renditions.map(({ width, height, bytes }) => ({ width, height, bytes, format: 'webp' })),
    );
    expect(log).toContain('renditions written');
  });

  test('an event of several objects answers for each, with the rejection of one that is no picture', async () => {
    await put(ONE, await photo('casa-mila-rotated.jpg'));
    await put(OTHER, Buffer.from('This only says that it is a photograph.'));
    const { result } = await invoke('s3-several-objects.json');
    expect(result).toMatchObject({
      images: [
        { imageId: ONE, outcome: 'ready', width: 800, height: 1200 },
        { imageId: OTHER, outcome: 'rejected', reason: 'not-an-image', message: expect.any(String) },
      ],
    });
    expect(await writtenOf(OTHER)).toEqual([]);
  });

  test('an object that is gone is a rejection', async () => {
    const { result } = await invoke('s3-missing-object.json');
    expect(result).toMatchObject({ images: [{ outcome: 'rejected', reason: 'missing' }] });
  });

  test('an object that is no original is passed over', async () => {
    const { result } = await invoke('s3-other-key.json');
    expect(result).toEqual({ images: [] });
  });

  function invoke(event: string): Promise<Invocation> {
    return invokeLocally(event, {
      DOCKER_HOST: `unix://${engine.socket}`,
      MOVIEFLIX_DATA: cloud.folder,
      // The object store takes the port after the gallery's.
      PORT: String(Number(new URL(cloud.cloud.endpoint).port) - 1),
    });
  }

  async function put(imageId: string, Body: Buffer): Promise<void> {
    await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `originals/${imageId}`, Body }));
  }

  /** The renditions that lie in the bucket, by width. */
  async function writtenOf(imageId: string) {
    const Prefix = `${RENDITIONS_PREFIX}${imageId}/`;
    const { Contents = [] } = await cloud.s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    const written = Contents.map(async ({ Key }) => {
      const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      const { width, height, format } = await sharp(bytes).metadata();
      return { width, height, bytes: bytes.length, format };
    });
    return (await Promise.all(written)).sort((a, b) => a.width - b.width);
  }
});

async function prepare() {
  return { parts: await fetchBaseImageParts(), engine: await startDockerEngine() };
}
