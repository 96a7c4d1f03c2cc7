import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Application } from '@movieflix/api-server/application.ts';
import type { Finding } from '@movieflix/api-server/reconciliation/finding.ts';
import { sql } from 'kysely';
import sharp from 'sharp';
import { waitFor } from '../../waiting/wait-for.ts';
import { type ImageBody, type MemberCaller, signUp } from './caller.ts';
import { upload } from './files.ts';
import { findingsOf } from './findings.ts';
import { type Gallery, startGallery } from './start-gallery.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export interface Run {
  isMending?: boolean;
  app?: Application;
  /** How much later than now it is. */
  afterMs?: number;
}

/** A gallery that resizes, a member of it, and ways to damage what database and bucket know of an image. */
export interface Scene {
  gallery: Gallery;
  member: MemberCaller;
  newMember(): Promise<void>;
  findings(run?: Run): Promise<Finding[]>;
  /** What is found of one image; the gallery has those of other tests, too. */
  findingOf(id: string, run?: Run): Promise<Finding | undefined>;
  /** A photograph that no other test has. */
  photograph(): Promise<Uint8Array<ArrayBuffer>>;
  imageOf(id: string): Promise<ImageBody>;
  /** The image once its result has come. */
  settled(id: string): Promise<ImageBody>;
  /** An image whose original and thumbnails are in the bucket. */
  whole(): Promise<ImageBody>;
  removeObject(key: string): Promise<void>;
  putObject(key: string, body: Uint8Array, metadata?: Record<string, string>): Promise<void>;
  /** All keys of an image. */
  keysOf(id: string): Promise<string[]>;
  /** Takes an image's row away, as a restore to a moment before the upload does. */
  forget(id: string): Promise<void>;
  change(id: string, changes: object): Promise<void>;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const gallery = await startGallery({ works: true, resizes: true });
  const { client, name: Bucket } = gallery.app.bucket;
  let colours = 0;
  const scene: Scene = {
    gallery,
    member: await signUp(gallery.server),
    newMember: async () => {
      scene.member = await signUp(gallery.server);
    },
    findings: ({ isMending = false, app = gallery.app, afterMs = 0 } = {}) =>
      findingsOf(app, { isMending, now: () => new Date(Date.now() + afterMs) }),
    findingOf: async (id, run) => (await scene.findings(run)).find(({ imageId }) => imageId === id),
    photograph: async () => {
      const background = { r: colours++, g: 100, b: 200 };
      const create = { width: 700, height: 500, channels: 3 as const, background };
      return new Uint8Array(await sharp({ create }).png().toBuffer());
    },
    imageOf: async (id) => (await scene.member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody,
    settled: (id) =>
      waitFor('a result', async () => {
        const image = await scene.imageOf(id);
        return image.status !== 'pending' && image;
      }),
    whole: async () => {
      const asked = { contentType: 'image/png' };
      const { id } = await upload(scene.member, await scene.photograph(), asked);
      const image = await scene.settled(id);
      if (image.status !== 'ready') throw new Error(`expected ${id} to be ready but it is ${image.status}`);
      return image;
    },
    removeObject: async (Key) => void (await client.send(new DeleteObjectCommand({ Bucket, Key }))),
    putObject: async (Key, Body, Metadata = {}) => {
      const object = { Bucket, Key, Body, Metadata, ContentType: 'image/png' };
      await client.send(new PutObjectCommand(object));
    },
    keysOf: async (id) => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.flatMap(({ Key = '' }) => (Key.includes(id) ? [Key] : []));
    },
    forget: async (id) => {
      await sql`with gone as (delete from images where id = ${id} returning owner_id, bytes)
        update users set image_count = image_count - 1, image_bytes = image_bytes - gone.bytes
        from gone where users.id = gone.owner_id`.execute(gallery.app.db);
    },
    change: async (id, changes) => {
      await gallery.app.db.updateTable('images').set(changes).where('id', '=', id).execute();
    },
    close: () => gallery.close(),
  };
  return scene;
}

export function ago(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}
