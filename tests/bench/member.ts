import { createHash, randomUUID } from 'node:crypto';
import { waitFor } from '../waiting/wait-for.ts';

const RESULT_MS = 300_000;

interface Image {
  id: string;
  status: string;
  thumbnails: { url: string }[];
}

interface Asked {
  image: Image;
  upload: { method: string; url: string; headers: Record<string, string> };
}

/** Somebody with an account, who brings photographs in as the web app does. */
export interface Member {
  /** Asks, uploads, and waits until the thumbnail can be fetched. */
  bringIn(photograph: Buffer<ArrayBuffer>): Promise<void>;
  /** Asks and uploads only. */
  upload(photograph: Buffer<ArrayBuffer>): Promise<void>;
  /** Waits until no image is pending any more. */
  waitUntilNothingPends(): Promise<void>;
}

export async function newMember(url: string): Promise<Member> {
  const person = { email: `${randomUUID()}@example.org`, password: 'a long enough password' };
  const { token } = await call<{ token: string }>(url, 'users', { ...person, displayName: 'Bench' });
  const ask = <Answer>(path: string, body?: object) => call<Answer>(url, path, body, token);

  const upload = async (photograph: Buffer<ArrayBuffer>): Promise<Image> => {
    const sha256 = createHash('sha256').update(photograph).digest('hex');
    const wish = { filename: 'bench.jpg', contentType: 'image/jpeg', bytes: photograph.length, sha256 };
    const { image, upload } = await ask<Asked>('images', wish);
    const stored = await fetch(upload.url, {
      method: upload.method,
      headers: upload.headers,
      body: photograph,
    });
    if (!stored.ok) throw new Error(`The upload was answered with ${stored.status}: ${await stored.text()}`);
    return image;
  };
  return {
    upload: async (photograph) => {
      await upload(photograph);
    },
    bringIn: async (photograph) => {
      const { id } = await upload(photograph);
      const isReady = async () => {
        const image = await ask<Image>(`images/${id}`);
        if (image.status === 'failed') throw new Error('The photograph was rejected.');
        return image.status === 'ready' ? image : undefined;
      };
      const ready = await waitFor('the photograph to be ready', isReady, RESULT_MS);
      const thumbnail = await fetch(ready.thumbnails[0]!.url);
      if (!thumbnail.ok) throw new Error(`The thumbnail was answered with ${thumbnail.status}.`);
      await thumbnail.arrayBuffer();
    },
    waitUntilNothingPends: async () => {
      const isNothingPending = async () => {
        const { items } = await ask<{ items: Image[] }>('images?owner=me&status=pending&limit=1');
        return items.length === 0;
      };
      await waitFor('the last result', isNothingPending, RESULT_MS);
    },
  };
}

async function call<Answer>(url: string, path: string, body?: object, token?: string): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token) headers['authorization'] = `Bearer ${token}`;
  const request = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const answer = await fetch(`${url}/api/${path}`, request);
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
