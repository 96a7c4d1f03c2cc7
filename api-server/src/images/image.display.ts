import type { ExifSummary } from '@movieflix/contracts';
import type { ImageUrls } from '../storage/image-urls.ts';
import { cursorAt } from './image.cursor.ts';
import { displayFailure } from './image.failure.ts';
import type { Image } from './image.repository.ts';
import type { ListImages } from './image.schema.ts';

/** The one place that says what an image looks like in an answer. */
export function displayImage(image: Image, viewerId: string | undefined, urls: ImageUrls) {
  return {
    id: image.id,
    filename: image.filename,
    title: image.title,
    description: image.description,
    contentType: image.content_type,
    bytes: image.bytes,
    width: image.width,
    height: image.height,
    status: image.status,
    failure: displayFailure(image),
    isAnimated: image.is_animated,
    thumbhash: image.thumbhash,
    exif: image.exif && displayExif(image.exif, viewerId === image.owner_id),
    takenAt: displayTakenAt(image),
    visibility: image.visibility,
    tags: image.tags,
    movieId: image.movie_id,
    createdAt: image.created_at.toISOString(),
    trashedAt: image.trashed_at?.toISOString() ?? null,
    thumbnails: displayThumbnails(image, urls),
    owner: { id: image.owner_id, displayName: image.owner_display_name },
  };
}

export function displayThumbnails({ id, renditions }: Pick<Image, 'id' | 'renditions'>, urls: ImageUrls) {
  return renditions.map(({ width, height }) => ({ width, height, url: urls.rendition(id, width) }));
}

export function displayImageWithOriginal(image: Image, viewerId: string | undefined, urls: ImageUrls) {
  const hasArrived = image.status !== 'pending';
  return {
    ...displayImage(image, viewerId, urls),
    originalUrl: hasArrived ? urls.original(image) : null,
    downloadUrl: hasArrived ? urls.download(image) : null,
  };
}

/** @param images up to one more than the limit */
export function displayPage(
  images: Image[],
  { limit, sort, cursor, from }: ListImages,
  viewerId: string | undefined,
  urls: ImageUrls,
) {
  const shown = images.slice(0, limit);
  const [first, last] = [shown.at(0), shown.at(-1)];
  const isFirstPage = cursor === undefined && from === undefined;
  return {
    items: shown.map((image) => displayImage(image, viewerId, urls)),
    nextCursor: last && images.length > limit ? cursorAt(last, sort) : null,
    previousCursor: first && !isFirstPage ? cursorAt(first, sort) : null,
  };
}

/** As the camera wrote it, where the image is ordered by it. */
function displayTakenAt({ exif, taken_at }: Image): string | null {
  const takenAt = exif?.takenAt;
  return takenAt && taken_at.toISOString().startsWith(takenAt.slice(0, 19)) ? takenAt : null;
}

/** Where a picture was taken is often where somebody lives. */
function displayExif(exif: ExifSummary, isOwner: boolean): ExifSummary {
  if (isOwner) return exif;
  const { latitude: _latitude, longitude: _longitude, altitudeMeters: _altitude, ...shown } = exif;
  return shown;
}
