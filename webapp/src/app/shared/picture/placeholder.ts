import { thumbHashToAverageRGBA, thumbHashToDataURL } from 'thumbhash';

/** A thumbhash (base64) as a CSS background image, or `none` where there is no valid one. */
export function placeholderImage(thumbhash: string | null): string {
  return read(thumbhash, (bytes) => `url(${thumbHashToDataURL(bytes)})`) ?? 'none';
}

/** The average of a thumbhash (base64) as a CSS colour, or null where there is no valid one. */
export function averageColour(thumbhash: string | null): string | null {
  return read(thumbhash, (bytes) => {
    const { r, g, b, a } = thumbHashToAverageRGBA(bytes);
    const percent = (share: number) => `${Math.round(100 * share)}%`;
    return `rgb(${percent(r)} ${percent(g)} ${percent(b)} / ${percent(a)})`;
  });
}

function read(thumbhash: string | null, use: (bytes: Uint8Array) => string): string | null {
  if (thumbhash === null) return null;
  try {
    return use(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}
