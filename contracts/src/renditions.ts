/** Widths that are made of every original, in pixels, ascending. Never upscaled. */
export const RENDITION_WIDTHS = [320, 640, 1280, 2048] as const;

export const RENDITION_MEDIA_TYPE = 'image/webp';

export interface Size {
  width: number;
  height: number;
}

/**
 * The sizes of the renditions of an original, ascending. An original narrower than the smallest width gets one
 * rendition of its own size, so there is always at least one.
 *
 * @param original width and height in pixels, after orientation
 */
export function renditionSizes(original: Size): Size[] {
  const widths: number[] = RENDITION_WIDTHS.filter((width) => width <= original.width);
  if (widths.length === 0) widths.push(original.width);
  return widths.map((width) => ({
    width,
    height: Math.max(1, Math.round((original.height * width) / original.width)),
  }));
}
