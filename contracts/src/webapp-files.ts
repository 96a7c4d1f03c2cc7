/**
 * How long a file of the built web app may be kept. Angular puts a hash of the content into the names of what it
 * builds; pages and settings are asked for anew each time. hosts/web/nginx-site.conf says the same.
 *
 * @param name of the file
 * @returns the value of `Cache-Control`
 */
export function cachingOf(name: string): string {
  return isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Whether another content would have another name. */
export function isHashed(name: string): boolean {
  return /-[\w-]{8}\.(js|mjs|css|woff2?|wasm|svg|png|jpg|webp|avif)$/.test(name);
}
