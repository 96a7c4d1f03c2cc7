import path from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ReadyFinding, type ResizeResult, renditionKey } from '@movieflix/contracts';
import { ARCHITECTURES } from '@movieflix/contracts/release-manifest';
import sharp from 'sharp';
import { BUCKET, CREDENTIALS, REGION, startTestCloud, type TestCloud } from '../../local/cloud/test-cloud.ts';
import { photo } from '../../unit/resize-image/photos.ts';
import { objectsCreated } from '../../unit/resize-image/s3-events.ts';
import { similarity } from '../../unit/resize-image/similarity.ts';
import { builtFolder, nodeRuntimePackage, SHARP_LAYERS } from './built-stacks.ts';
import { describeWherePossible } from './describe-where-possible.ts';
import { type LambdaContainer, openLambdaContainer } from './lambda-container.ts';
import { machineOf } from './machine.ts';
import { makeScratchFolder, type ScratchFolder } from './scratch-folder.ts';
import { unpackArchive } from './unpack-archive.ts';

const ONE = '0199ab3e-7c1d-7a52-9f04-3b8e6d2c5a10';
const MINUTES = 60_000;

for (const architecture of ARCHITECTURES) {
  await describeWherePossible(
    `the resize function built for ${architecture}`,
    () => machineOf(architecture),
    (machine) => {
      let cloud: TestCloud;
      let node: ScratchFolder;
      let container: LambdaContainer;

      beforeAll(async () => {
        cloud = await startTestCloud();
        node = await makeScratchFolder();
        await unpackArchive(path.join(await nodeRuntimePackage(), `${architecture}.tar.gz`), node.path);
        container = await openLambdaContainer({
          machine: await machine,
          node: path.join(node.path, 'node/bin/node'),
          task: await builtFolder('StorageStack/ResizeFunction'),
          layers: [await builtFolder(SHARP_LAYERS[architecture])],
        });
      }, 10 * MINUTES);

      afterAll(async () => {
        for (const each of [container, node, cloud]) await each?.[Symbol.asyncDispose]();
      });

      test.each([
        ['canyon-wren.jpg', 'image/jpeg', 'canyon-wren.jpg'],
        // libheif comes in the layer too.
        ['high-trestle-trail.heic', 'image/heic', 'high-trestle-trail.reference.jpg'],
      ])(
        'writes the renditions of %s',
        async (file, contentType, reference) => {
          await put(await photo(file));
          const { images } = (await resize()) as ResizeResult;
          const finding = images[0] as ReadyFinding;
          expect(finding).toMatchObject({ imageId: ONE, outcome: 'ready', contentType });
          const { width, height } = finding.renditions[0] ?? { width: 0, height: 0 };
          const rendition = await written(width);
          const expected = await sharp(await photo(reference))
            .autoOrient()
            .resize(width, height)
            .toBuffer();
          expect(await similarity(rendition, expected)).toBeGreaterThan(0.9);
        },
        2 * MINUTES,
      );

      test(
        'answers what is no picture with a rejection',
        async () => {
          await put(Buffer.from('%PDF-1.7'));
          expect(await resize()).toMatchObject({
            images: [{ outcome: 'rejected', message: expect.any(String) }],
          });
        },
        2 * MINUTES,
      );

      function resize(): Promise<unknown> {
        return container.invoke(objectsCreated(`originals/${ONE}`), {
          AWS_ENDPOINT_URL: cloud.cloud.endpoint,
          AWS_ENDPOINT_URL_S3: '',
          AWS_REGION: REGION,
          AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
          AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        });
      }

      async function put(Body: Buffer): Promise<void> {
        await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `originals/${ONE}`, Body }));
      }

      async function written(width: number): Promise<Buffer> {
        const Key = renditionKey(ONE, width);
        const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        return Buffer.from((await Body?.transformToByteArray()) ?? []);
      }
    },
  );
}
