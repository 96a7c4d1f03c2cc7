/** What the service worker keeps of a visit: the API's answers and the renditions of pictures. */
export const VISITED_CACHES = ['visited-answers', 'visited-pictures'] as const;
/** What the service worker is told when they are deleted, since it may just be about to write there. */
export const FORGET_VISITED = 'forget-visited';

/** Leaves nothing of one member's visit to the next. Pages on plain HTTP have no caches, and nothing to forget. */
export async function forgetVisited(): Promise<void> {
  if (!('caches' in globalThis)) return;
  navigator.serviceWorker?.controller?.postMessage(FORGET_VISITED);
  await Promise.all(VISITED_CACHES.map((name) => caches.delete(name)));
}
