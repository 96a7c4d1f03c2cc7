import type { Image } from '../../../core/api/api-types';

/** What is narrower fills no wide window without losing most of itself; what is wider is a strip. */
const MIN_RATIO = 1.25;
const MAX_RATIO = 3;

/** The widest landscape that everybody may see and that is not the poster, or null. */
export function bestStill(images: readonly Image[], posterImageId: string | undefined): Image | null {
  const stills = images.filter((image) => image.id !== posterImageId && isStill(image));
  return stills.reduce<Image | null>(
    (best, still) => (best && widthOf(best) >= widthOf(still) ? best : still),
    null,
  );
}

function isStill({ status, visibility, width, height }: Image): boolean {
  if (status !== 'ready' || visibility !== 'public' || !width || !height) return false;
  return width / height >= MIN_RATIO && width / height <= MAX_RATIO;
}

function widthOf(image: Image): number {
  return image.width ?? 0;
}
