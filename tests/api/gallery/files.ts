import { createHash, randomBytes } from 'node:crypto';
import type { Answer, Caller, ImageBody } from './caller.ts';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file that no other test has. */
export function someBytes(length = 100): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(length));
}

export function askFor(bytes: Uint8Array, changes: object = {}) {
  return {
    filename: 'harbour.jpg',
    contentType: 'image/jpeg',
    bytes: bytes.length,
    sha256: sha256(bytes),
    ...changes,
  };
}

export function ask(caller: Caller, bytes: Uint8Array, changes: object = {}): Promise<Answer> {
  return caller.call('POST', '/api/images', askFor(bytes, changes));
}

export function put(
  upload: { url: string; headers: Record<string, string> },
  body: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(upload.url, { method: 'PUT', headers: upload.headers, body });
}

/** Asks for an upload and brings the bytes. */
export async function upload(
  caller: Caller,
  bytes: Uint8Array<ArrayBuffer>,
  changes: object = {},
): Promise<ImageBody> {
  const asked = await ask(caller, bytes, changes);
  const answer = await put(asked.body.upload, bytes);
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  return asked.body.image;
}
