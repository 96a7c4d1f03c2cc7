import { afterFirstPage } from '../../shared/at-leisure';

/**
 * Has the browser keep the app for when there is no connection, and then offer to install it. It waits until the page has
 * come to rest, so that the first visit pays nothing for the next ones. Where there is no service worker (plain HTTP), the
 * app needs the network.
 */
export function makeInstallable(): void {
  if (!('serviceWorker' in navigator)) return;
  afterFirstPage()
    .then(() => navigator.serviceWorker.register('service-worker.js'))
    .catch(noComfort);
  void navigator.serviceWorker.ready.then(linkManifest);
}

/** Browsers fetch it and its icon as soon as it is named, before the page's own pictures. */
function linkManifest(): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = 'manifest.json';
  document.head.append(link);
}

/** Being offline is a comfort; the app works without. */
function noComfort(error: unknown): void {
  console.warn(`movieFlix will not work offline: ${error}`);
}
