/** Widths that are made of every original, in pixels, ascending. Never upscaled. */
export const RENDITION_WIDTHS = [320, 640, 1280, 2048] as const;

export const RENDITION_MEDIA_TYPE = 'image/webp';

/** WebP holds no more than 14 bits of width or height, in pixels. */
export const MAX_RENDITION_HEIGHT = 16_383;

export interface Size {
  width: number;
  height: number;
}

/**
 * The sizes of the renditions of an original, ascending. An original narrower than the smallest width gets one
 * rendition of its own size, and one too tall for every width gets one that is as tall as a rendition can be,
 * so there is always at least one.
 *
 * @param original width and height in pixels, after orientation
 */
export function renditionSizes(original: Size): Size[] {
  const widths: number[] = RENDITION_WIDTHS.filter((width) => width <= original.width);
  if (widths.length === 0) widths.push(original.width);
  const sizes = widths
    .map((width) => ({ width, height: Math.max(1, Math.round((original.height * width) / original.width)) }))
    .filter(({ height }) => height <= MAX_RENDITION_HEIGHT);
  return sizes.length > 0 ? sizes : [tallestRendition(original)];
}

function tallestRendition(original: Size): Size {
  const width = Math.max(1, Math.round((original.width * MAX_RENDITION_HEIGHT) / original.height));
  return { width, height: MAX_RENDITION_HEIGHT };
}
