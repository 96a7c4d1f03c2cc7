import { RENDITION_WIDTHS } from '@movieflix/contracts';
import { KeptPictures } from './kept-pictures';
import type { KeptRoute } from './kept-route';

/** As contracts/src/image-keys.ts writes them, behind the bucket's address. */
const RENDITION = /\/renditions\/[0-9a-f-]{36}\/\d+\.\w+$/;
/** What stands for the width in the name of a rendition. */
const WIDTH = /\d+(?=\.\w+$)/;

/**
 * With leave of the bucket, since an answer that a page may not read would be counted as seven megabytes of the
 * browser's storage. Past the browser's own cache, which may hold the picture without that leave.
 */
const READABLE = { mode: 'cors', credentials: 'omit', cache: 'no-store' } as const;

export const keptPictures = new KeptPictures();

/**
 * Renditions that were seen are not fetched again, and are there without a connection: then also in the place of those
 * that were not.
 */
export const visitedPicture: KeptRoute = {
  matches: ({ request, url }) => request.destination === 'image' && RENDITION.test(url.pathname),
  handle: async ({ request, url, event }) => {
    // The signature in a rendition's address changes by the hour; the picture does not.
    const address = url.origin + url.pathname;
    try {
      const kept = await keptPictures.find(address);
      if (kept !== undefined) return kept;
      const picture = await fetch(request.url, READABLE);
      if (picture.ok) event.waitUntil(keptPictures.keep(address, picture.clone()));
      return picture;
    } catch {
      // The bucket gives this site no leave: then the picture is shown, but not kept.
      return fetch(request).catch(async (error) => {
        const widest = await widestKept(address);
        if (widest === undefined) throw error;
        return widest;
      });
    }
  },
};

/** The widest rendition that is kept of the same picture. */
async function widestKept(address: string): Promise<Response | undefined> {
  for (const width of RENDITION_WIDTHS.toReversed()) {
    const kept = await keptPictures.find(address.replace(WIDTH, String(width)));
    if (kept !== undefined) return kept;
  }
  return undefined;
}
