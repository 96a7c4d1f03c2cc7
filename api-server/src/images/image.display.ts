import type { ExifSummary } from '@movieflix/contracts';
import type { ImageUrls } from '../storage/image-urls.ts';
import { cursorAfter } from './image.cursor.ts';
import { displayFailure } from './image.failure.ts';
import type { Image } from './image.repository.ts';

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
    thumbhash: image.thumbhash,
    exif: image.exif && displayExif(image.exif, viewerId === image.owner_id),
    takenAt: image.exif?.takenAt ?? null,
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
export function displayPage(images: Image[], limit: number, viewerId: string | undefined, urls: ImageUrls) {
  const items = images.slice(0, limit).map((image) => displayImage(image, viewerId, urls));
  const last = images.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : cursorAfter(last.id) };
}

/** Where a picture was taken is often where somebody lives. */
function displayExif(exif: ExifSummary, isOwner: boolean): ExifSummary {
  if (isOwner) return exif;
  const { latitude: _latitude, longitude: _longitude, altitudeMeters: _altitude, ...shown } = exif;
  return shown;
}
