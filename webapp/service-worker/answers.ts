import type { WorkboxPlugin } from 'workbox-core/types';
import { ExpirationPlugin } from 'workbox-expiration';
import { NetworkFirst } from 'workbox-strategies';
import { VISITED_CACHES } from '../src/app/core/offline/visited-caches';
import type { KeptRoute } from './kept-route';

const MAX_ANSWERS = 300;
const MAX_AGE_SECONDS = 30 * 24 * 3600;
/** What pages show; not the event stream, nor where originals are. */
const SHOWN = /^\/api\/(images|movies|genres|directors|lists|users\/me)(\/[^/]+)?$/;

/** Each answer for the one who asked: who signs in next is not shown what another saw. */
const ofItsSession: WorkboxPlugin = {
  async cacheKeyWillBeUsed({ request }) {
    const url = new URL(request.url);
    url.searchParams.set('session', await digest(request.headers.get('authorization') ?? ''));
    return url.href;
  },
};

/** The API's answers come from it; without a connection, those that were seen before come back. */
export const visitedAnswer: KeptRoute = {
  matches: ({ request, url, sameOrigin }) =>
    sameOrigin && request.method === 'GET' && SHOWN.test(url.pathname) && request.mode !== 'navigate',
  handle: (options) => answers.handle(options),
};

const answers = new NetworkFirst({
  cacheName: VISITED_CACHES[0],
  plugins: [
    ofItsSession,
    new ExpirationPlugin({
      maxEntries: MAX_ANSWERS,
      maxAgeSeconds: MAX_AGE_SECONDS,
      purgeOnQuotaError: true,
    }),
  ],
});

/** The token itself is written nowhere. */
async function digest(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...hash.subarray(0, 12)));
}
