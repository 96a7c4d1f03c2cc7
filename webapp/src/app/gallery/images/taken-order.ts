import type { Image } from '../../core/api/api-types';

/**
 * Where an image stands in time, in milliseconds since 1970: what its camera's clock showed, read as UTC, or its upload.
 * The API orders just so.
 */
export function takenAtMs({ takenAt, createdAt }: Image): number {
  return Date.parse(takenAt === null ? createdAt : `${takenAt.slice(0, 19)}Z`);
}

/** Whether an image stands before another, the newest first; of two of one moment the one that came later. */
export function comesBefore(image: Image, other: Image): boolean {
  const [ms, otherMs] = [takenAtMs(image), takenAtMs(other)];
  return ms === otherMs ? image.id > other.id : ms > otherMs;
}
