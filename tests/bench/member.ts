import { randomUUID } from 'node:crypto';
import { callGalleryOnce } from '@movieflix/importer/gallery.ts';
import { askFor, put } from '../api/gallery/files.ts';
import { waitFor } from '../waiting/wait-for.ts';

const RESULT_MS = 300_000;
const BENCH_MS = 900_000;
const PENDING = 'api/images?owner=me&status=pending&limit=1';
const READY = 'api/images?owner=me&status=ready&limit=200';

interface Image {
  id: string;
  status: string;
  thumbnails: { url: string }[];
}

interface Asked {
  image: Image;
  upload: { url: string; headers: Record<string, string> };
}

/** Somebody with an account, who brings photographs in as the web app does. */
export interface Member {
  /** Asks, uploads, and waits until the thumbnail can be fetched. */
  bringIn(photograph: Buffer<ArrayBuffer>): Promise<void>;
  /** Asks and uploads only. */
  upload(photograph: Buffer<ArrayBuffer>): Promise<void>;
  /** Waits until no image is pending any more. */
  waitUntilNothingPends(): Promise<void>;
  /** Makes all images that are ready public, up to 200. */
  showToEverybody(): Promise<void>;
}

export async function newMember(url: string): Promise<Member> {
  const visitor = { url: new URL(url), signal: AbortSignal.timeout(BENCH_MS) };
  const person = { email: `${randomUUID()}@example.org`, password: 'a long enough password' };
  const { token } = await callGalleryOnce<{ token: string }>(visitor, 'POST', 'api/users', {
    ...person,
    displayName: 'Bench',
  });
  const gallery = { ...visitor, token };

  const upload = async (photograph: Buffer<ArrayBuffer>): Promise<Image> => {
    const { image, upload } = await callGalleryOnce<Asked>(gallery, 'POST', 'api/images', askFor(photograph));
    const stored = await put(upload, photograph);
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
        const image = await callGalleryOnce<Image>(gallery, 'GET', `api/images/${id}`);
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
        const { items } = await callGalleryOnce<{ items: Image[] }>(gallery, 'GET', PENDING);
        return items.length === 0;
      };
      await waitFor('the last result', isNothingPending, RESULT_MS);
    },
    showToEverybody: async () => {
      const { items } = await callGalleryOnce<{ items: Image[] }>(gallery, 'GET', READY);
      for (const { id } of items)
        await callGalleryOnce(gallery, 'PATCH', `api/images/${id}`, { visibility: 'public' });
    },
  };
}
