import { RENDITION_WIDTHS } from '@movieflix/contracts';
import type { WorkboxPlugin } from 'workbox-core/types';
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst } from 'workbox-strategies';
import { VISITED_CACHES } from '../src/app/core/offline/visited-caches';
import type { KeptRoute } from './kept-route';

/** About 50 to 100 MB. */
const MAX_PICTURES = 1000;
const MAX_AGE_SECONDS = 30 * 24 * 3600;
/** As contracts/src/image-keys.ts writes them, behind the bucket's address. */
const RENDITION = /\/renditions\/[0-9a-f-]{36}\/\d+\.\w+$/;
/** What stands for the width in the name of a rendition. */
const WIDTH = /\d+(?=\.\w+$)/;

/** The signature in a rendition's address changes by the hour; the picture does not. */
const withoutSignature: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => request.url.replace(/\?.*$/, ''),
};

/**
 * With leave of the bucket, since an answer that a page may not read would be counted as seven megabytes of the
 * browser's storage. Past the browser's own cache, which may hold the picture without that leave.
 */
const readable: WorkboxPlugin = {
  requestWillFetch: async ({ request }) =>
    new Request(request.url, { mode: 'cors', credentials: 'omit', cache: 'no-store' }),
};

/**
 * Renditions that were seen are not fetched again, and are there without a connection: then also in the place of those
 * that were not.
 */
export const visitedPicture: KeptRoute = {
  matches: ({ request, url }) => request.destination === 'image' && RENDITION.test(url.pathname),
  handle: async (options) => {
    try {
      return await pictures.handle(options);
    } catch {
      // The bucket gives this site no leave: then the picture is shown, but not kept.
      return fetch(options.request).catch(async (error) => {
        const kept = await widestKept(options.url);
        if (kept === undefined) throw error;
        return kept;
      });
    }
  },
};

/** The widest rendition that is kept of the same picture. */
async function widestKept({ origin, pathname }: URL): Promise<Response | undefined> {
  const cache = await caches.open(VISITED_CACHES[1]);
  for (const width of RENDITION_WIDTHS.toReversed()) {
    const kept = await cache.match(origin + pathname.replace(WIDTH, String(width)));
    if (kept !== undefined) return kept;
  }
  return undefined;
}

const pictures = new CacheFirst({
  cacheName: VISITED_CACHES[1],
  plugins: [
    withoutSignature,
    readable,
    new ExpirationPlugin({
      maxEntries: MAX_PICTURES,
      maxAgeSeconds: MAX_AGE_SECONDS,
      purgeOnQuotaError: true,
    }),
  ],
});
