import type { Image, ImagePage } from '../../core/api/api-types';
import type { ImageChange } from '../../core/events/image-change';
import { comesBefore } from './taken-order';

/** One page of a list that goes from the newest image to the oldest. */
export interface HeldPage {
  images: readonly Image[];
  /** Cursor of what comes before the page; null at the beginning of the list. */
  before: string | null;
  /** Cursor of what follows the page; null at the end of the list. */
  after: string | null;
}

/** Pages that follow each other: the part of a list that is held. */
export type ImageWindow = readonly HeldPage[];

/** Images by their numbers in the window, both included. */
export interface Stretch {
  first: number;
  last: number;
}

/** More than what is drawn and loaded ahead on any screen but the largest, for which the window grows. */
export const MAX_PAGES = 10;

/** A page that was asked for from the newest image on. */
export function pageOnward({ items, previousCursor, nextCursor }: ImagePage): HeldPage {
  return { images: items, before: previousCursor, after: nextCursor };
}

/** A page that was asked for from the oldest image on, to go back. */
export function pageBackward({ items, previousCursor, nextCursor }: ImagePage): HeldPage {
  return { images: items.toReversed(), before: nextCursor, after: previousCursor };
}

export function imagesOf(window: ImageWindow): readonly Image[] {
  return window.flatMap(({ images }) => images);
}

/** Adds the page that follows. */
export function extendOnward(window: ImageWindow, page: HeldPage): ImageWindow {
  const last = window.at(-1);
  if (last && page.images.length === 0) return [...window.slice(0, -1), { ...last, after: null }];
  return [...window, withoutKnown(window, page)];
}

/** Adds the page that comes before. */
export function extendBackward(window: ImageWindow, page: HeldPage): ImageWindow {
  const first = window[0];
  if (first && page.images.length === 0) return [{ ...first, before: null }, ...window.slice(1)];
  return [withoutKnown(window, page), ...window];
}

/** Lets go of pages at the beginning, as far as there are too many and none of their images is needed. */
export function trimStart(window: ImageWindow, needed: Stretch): ImageWindow {
  let dropped = 0;
  let end = window[0]?.images.length ?? 0;
  while (window.length - dropped > MAX_PAGES && end <= needed.first) {
    dropped += 1;
    end += window[dropped]!.images.length;
  }
  return window.slice(dropped);
}

/**
 * Lets go of pages at the end, as far as there are too many and none of their images is needed.
 *
 * @param added how many images the window has at its beginning that `needed` does not count
 */
export function trimEnd(window: ImageWindow, needed: Stretch, added = 0): ImageWindow {
  let kept = window.length;
  let start = imagesOf(window).length - (window.at(-1)?.images.length ?? 0);
  while (kept > MAX_PAGES && start > needed.last + added) {
    kept -= 1;
    start -= window[kept - 1]!.images.length;
  }
  return window.slice(0, kept);
}

/**
 * The window after a change that the API pushed.
 *
 * @param belongs whether an image belongs into the list
 */
export function mergeChange(
  window: ImageWindow,
  change: ImageChange,
  belongs: (image: Image) => boolean,
): ImageWindow {
  if (change.type === 'image.removed') return withoutImage(window, change.imageId);
  const { image } = change;
  const rest = withoutImage(window, image.id);
  return belongs(image) ? insert(rest, image) : rest;
}

export function withoutImage(window: ImageWindow, imageId: string): ImageWindow {
  return window.map((page) =>
    page.images.some(({ id }) => id === imageId)
      ? { ...page, images: page.images.filter(({ id }) => id !== imageId) }
      : page,
  );
}

/** What lies before or behind all that is held comes with its own page. */
function insert(window: ImageWindow, image: Image): ImageWindow {
  const behind = window.findIndex(({ images }) => images.some((held) => comesBefore(image, held)));
  const number = behind < 0 ? window.length - 1 : behind;
  const page = window[number];
  if (!page) return window;
  const place = page.images.findIndex((held) => comesBefore(image, held));
  const isFirst = place === 0 && window.slice(0, number).every(({ images }) => images.length === 0);
  const isBeyond = behind < 0 ? page.after !== null : isFirst && window[0]!.before !== null;
  if (isBeyond) return window;
  const images = page.images.toSpliced(place < 0 ? page.images.length : place, 0, image);
  return window.toSpliced(number, 1, { ...page, images });
}

function withoutKnown(window: ImageWindow, page: HeldPage): HeldPage {
  const known = new Set(imagesOf(window).map(({ id }) => id));
  return { ...page, images: page.images.filter(({ id }) => !known.has(id)) };
}
