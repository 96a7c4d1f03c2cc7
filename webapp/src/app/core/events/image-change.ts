import type { Image } from '../api/api-types';

export type ImageChange =
  | { type: 'image.ready' | 'image.failed' | 'image.changed'; image: Image }
  | { type: 'image.removed'; imageId: string };

/** One server-sent event as a change, or null for a kind that this build does not know. */
export function parseImageChange(event: string | undefined, data: string): ImageChange | null {
  switch (event) {
    case 'image.ready':
    case 'image.failed':
    case 'image.changed':
      return { type: event, image: (JSON.parse(data) as { image: Image }).image };
    case 'image.removed':
      return { type: event, imageId: (JSON.parse(data) as { imageId: string }).imageId };
    default:
      return null;
  }
}
