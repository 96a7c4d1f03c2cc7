import { originalKey, renditionKey } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';
import { lifetimeSeconds, type SigningCredentials } from './presign.ts';

/** Makes the URLs that a browser fetches pictures with. Synchronous and cheap, for whole pages of images. */
export interface ImageUrls {
  rendition(imageId: string, width: number): string;
  original(image: Original): string;
  download(image: Original): string;
}

export interface Original {
  id: string;
  filename: string;
  content_type: string;
}

/**
 * A URL stays the same within such a window, so that browsers keep the picture; it works for two windows, so for
 * at least one more from any moment within the first.
 */
const WINDOW_SECONDS = 3600;

/** @throws the credential provider's error where this process has no credentials */
export async function imageUrlsAt(bucket: ImageBucket, now: Date): Promise<ImageUrls> {
  const credentials: SigningCredentials = await bucket.client.config.credentials();
  const window = WINDOW_SECONDS * 1000;
  const signedAt = new Date(Math.floor(now.getTime() / window) * window);
  const expiresSeconds = lifetimeSeconds(credentials, signedAt, 2 * WINDOW_SECONDS);
  const get = (key: string, query: Record<string, string> = {}) =>
    bucket.presign(credentials, { method: 'GET', key, query, signedAt, expiresSeconds });
  return {
    rendition: (imageId, width) => get(renditionKey(imageId, width)),
    original: (image) => get(originalKey(image.id), { 'response-content-type': image.content_type }),
    download: (image) =>
      get(originalKey(image.id), {
        'response-content-type': image.content_type,
        'response-content-disposition': attachment(image.filename),
      }),
  };
}

/** RFC 6266: an ASCII name for old clients, the real one in UTF-8. */
function attachment(filename: string): string {
  const ascii = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const utf8 = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
