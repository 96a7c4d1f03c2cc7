import type { Image } from '../api-types';

/** A ready image with the fields that a test cares about. Larger numbers are newer. */
export function testImage(number: number, fields: Partial<Image> = {}): Image {
  const suffix = String(number).padStart(12, '0');
  return {
    id: `01900000-0000-7000-8000-${suffix}`,
    filename: `picture-${number}.jpg`,
    title: `Picture ${number}`,
    description: '',
    contentType: 'image/jpeg',
    bytes: 1000,
    width: 3000,
    height: 2000,
    status: 'ready',
    failure: null,
    isAnimated: false,
    thumbhash: null,
    exif: null,
    takenAt: null,
    visibility: 'private',
    tags: [],
    movieId: null,
    createdAt: '2026-11-23T10:00:00.000Z',
    trashedAt: null,
    thumbnails: [],
    owner: { id: '01900000-0000-7000-8000-aaaaaaaaaaaa', displayName: 'Ada' },
    ...fields,
  };
}
