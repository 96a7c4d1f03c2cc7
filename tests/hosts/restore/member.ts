import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { type Asked, contentOf, type Image, type Member, signUpAt, succeed } from '../load/gallery-site.ts';
import type { WorldFetch } from '../load/world-fetch.ts';

const PHOTOS = path.join(CHECKOUT, 'tests/fixtures/photos');
const READY_WITHIN_MS = 120_000;

/** A member who counts what is there. */
export interface Photographer {
  /** Uploads photographs and waits until their thumbnails are there. Returns the images' ids. */
  bringIn(...names: string[]): Promise<string[]>;
  /** Ids and file names of all images that the gallery lists. */
  listed(): Promise<Map<string, string>>;
  /** Removes an image for good. */
  remove(id: string): Promise<void>;
  /** Waits until an image is there, with its thumbnails and the very bytes that were brought in. */
  seesWhole(id: string): Promise<void>;
}

export async function newPhotographer(site: string, world: WorldFetch): Promise<Photographer> {
  const member: Member = await signUpAt(site, world.fetch);
  const digests = new Map<string, string>();

  async function bring(name: string): Promise<string> {
    const bytes = new Uint8Array(await readFile(path.join(PHOTOS, name)));
    const sha256 = hash(bytes);
    const about = { filename: name, contentType: 'image/jpeg', bytes: bytes.length, sha256 };
    const { image, upload } = await contentOf<Asked>(member.call('POST', '/api/images', about));
    const { method, url, headers } = upload;
    await succeed(world.fetch(url, { method, headers, body: bytes }));
    digests.set(image.id, sha256);
    await ready(image.id);
    return image.id;
  }

  function ready(id: string): Promise<Image> {
    const isReady = async () => {
      const image = await contentOf<Image>(member.call('GET', `/api/images/${id}`)).catch(() => undefined);
      return image?.status === 'ready' ? image : undefined;
    };
    return waitFor(`the thumbnails of ${id}`, isReady, READY_WITHIN_MS);
  }

  return {
    async bringIn(...names) {
      const ids: string[] = [];
      for (const name of names) ids.push(await bring(name));
      return ids;
    },
    async listed() {
      const answer = member.call('GET', '/api/images?owner=me&limit=200');
      const { items } = await contentOf<{ items: Image[] }>(answer);
      return new Map(items.map(({ id, filename }) => [id, filename]));
    },
    async remove(id) {
      // The first time into the trash, the second time out of it.
      await member.call('DELETE', `/api/images/${id}`);
      await member.call('DELETE', `/api/images/${id}?permanent=true`);
    },
    async seesWhole(id) {
      const isWhole = async () => {
        const image = await ready(id);
        const pictures = await Promise.all(image.thumbnails.map(({ url }) => world.fetch(url)));
        const original = await member.call('GET', `/api/images/${id}/original`).catch(() => undefined);
        const bytes = new Uint8Array((await original?.arrayBuffer()) ?? new ArrayBuffer());
        return pictures.length > 0 && pictures.every(({ ok }) => ok) && hash(bytes) === digests.get(id);
      };
      await waitFor(`${id} to be whole`, isWhole, READY_WITHIN_MS);
    },
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
