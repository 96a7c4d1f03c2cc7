import { matchPrecache } from 'workbox-precaching';
import type { KeptRoute } from './kept-route';

const SETTINGS = '/config.json';
const PAGE = '/index.html';
/** Longer than a page takes on a poor connection; after that, the kept one is better than none. */
const PATIENCE_MS = 4000;

/**
 * Pages and settings come from the network as long as there is one, so that a new release is seen at once. All pages
 * are the same file, which routes by itself.
 */
export const freshShell: KeptRoute = {
  matches: ({ request, url, sameOrigin }) =>
    sameOrigin && (url.pathname === SETTINGS || (request.mode === 'navigate' && isPage(url.pathname))),

  async handle({ request, url }) {
    const kept = url.pathname === SETTINGS ? SETTINGS : PAGE;
    try {
      const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
      // A proxy whose servers are away answers too.
      if (response.status < 500) return response;
      return (await matchPrecache(kept)) ?? response;
    } catch (error) {
      const response = await matchPrecache(kept);
      if (response === undefined) throw error;
      return response;
    }
  },
};

/** The API's own pages are no pages of the app. */
function isPage(path: string): boolean {
  return !path.startsWith('/api/') && !/\.[^/]*$/.test(path);
}
