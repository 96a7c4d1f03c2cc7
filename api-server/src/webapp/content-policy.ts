/**
 * What the web app's pages may load. Angular writes component styles into the page; hashing in the browser is
 * WebAssembly; pictures come from the bucket, and from memory before they are uploaded.
 *
 * @param bucketOrigin where pictures are fetched from and uploaded to
 */
export function webappPolicy(bucketOrigin: string): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' ${bucketOrigin} blob: data:`,
    `connect-src 'self' ${bucketOrigin}`,
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
