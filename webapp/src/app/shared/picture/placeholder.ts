import { thumbHashToDataURL } from 'thumbhash';

/** A thumbhash (base64) as a CSS background image, or `none` where there is no valid one. */
export function placeholderImage(thumbhash: string | null): string {
  if (thumbhash === null) return 'none';
  try {
    return `url(${thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)))})`;
  } catch {
    return 'none';
  }
}
