import { clientsClaim } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { FORGET_VISITED } from '../src/app/core/offline/visited-caches';
import { visitedAnswer } from './answers';
import { keptPictures, visitedPicture } from './pictures';
import { freshShell } from './shell';

declare const self: ServiceWorkerGlobalScope;
/** The files of the build; put here when it is made (local/src/webapp/service-worker.ts). */
declare const SHELL_FILES: { url: string; revision: string | null }[];

// The page that registers this is served by it at once; a later version waits until the pages of this one are closed,
// so that they find their own files.
clientsClaim();

// Before the shell's files, which would answer for their pages otherwise.
registerRoute(freshShell.matches, freshShell.handle);
registerRoute(visitedAnswer.matches, visitedAnswer.handle);
registerRoute(visitedPicture.matches, visitedPicture.handle);
precacheAndRoute(SHELL_FILES);

self.addEventListener('message', (event) => {
  if (event.data === FORGET_VISITED) event.waitUntil(keptPictures.forget());
});
