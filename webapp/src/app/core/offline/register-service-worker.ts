/**
 * Has the browser keep the app for when there is no connection. It waits until the page has come to rest, so that the
 * first visit pays nothing for the next ones. Where there is no service worker (plain HTTP), the app needs the network.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () =>
    requestIdleCallback(() => void navigator.serviceWorker.register('service-worker.js').catch(noComfort));
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** Being offline is a comfort; the app works without. */
function noComfort(error: unknown): void {
  console.warn(`movieFlix will not work offline: ${error}`);
}
