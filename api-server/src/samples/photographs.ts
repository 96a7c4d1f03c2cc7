import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Application } from '../application.ts';
import { changeImage } from '../images/image.service.ts';
import type { PresignedUpload } from '../storage/upload-urls.ts';
import { askForUpload } from '../uploads/upload.service.ts';
import facts from './photographs.json' with { type: 'json' };
import type { Sample } from './sample.ts';
import { ensureSampleOwner } from './sample-owner.ts';

/** Beside this module, and beside the bundle in a release. */
const FOLDER = path.join(import.meta.dirname, 'photographs');
const UPLOAD_TIMEOUT_MS = 20_000;
/** S3's answer where the object is there already: the one of an upload that was interrupted after its last byte. */
const PRECONDITION_FAILED = 412;

export const photographs: Sample[] = facts.map(({ filename, ...about }) => ({
  name: filename,
  bring: (app, _trx, stop) => bringPhotograph(app, filename, about, stop),
}));

/** The same way that a member's photographs take. It is public when it is ready. */
async function bringPhotograph(
  { db, bucket, config }: Application,
  filename: string,
  about: { title: string; description: string; tags: string[] },
  stop: AbortSignal,
): Promise<void> {
  const bytes = await readFile(path.join(FOLDER, filename));
  const ownerId = await db.transaction().execute(ensureSampleOwner);
  const ask = {
    filename,
    contentType: 'image/jpeg' as const,
    bytes: bytes.length,
    sha256: hash('sha256', bytes),
  };
  const { imageId, upload } = await askForUpload(db, bucket, ownerId, ask, config.maxMemberBytes, new Date());
  await db
    .transaction()
    .execute((trx) => changeImage(trx, ownerId, imageId, { ...about, visibility: 'public' }));
  if (upload === undefined) return;
  if (!('url' in upload)) throw new Error(`Expected ${filename} to go in one piece, but it is too large.`);
  await put(upload, bytes, stop);
}

async function put(
  { method, url, headers }: PresignedUpload,
  body: Buffer<ArrayBuffer>,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(UPLOAD_TIMEOUT_MS)]);
  const answer = await fetch(url, { method, headers, body, signal });
  const said = await answer.text();
  if (answer.ok || answer.status === PRECONDITION_FAILED) return;
  throw new Error(`Expected the bucket to take a photograph, but it answered ${answer.status}: ${said}`);
}
