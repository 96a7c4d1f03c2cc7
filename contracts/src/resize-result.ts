import type { Size } from './renditions.ts';

/**
 * What the resize function returns, and so the `responsePayload` of the record that Lambda's OnSuccess
 * destination puts on the results queue.
 */
export interface ResizeResult {
  images: ImageFinding[];
}

export type ImageFinding = ReadyFinding | RejectedFinding;

export interface ReadyFinding {
  imageId: string;
  outcome: 'ready';
  /** The type that the bytes really have. */
  contentType: string;
  /** Size of the original in bytes. */
  bytes: number;
  /** Pixels, after orientation. */
  width: number;
  height: number;
  /** Whether the original moves, of which the renditions show one frame. */
  isAnimated: boolean;
  /** Base64 of the ThumbHash, about 25 bytes. */
  thumbhash: string;
  renditions: (Size & { bytes: number })[];
  exif: ExifSummary;
}

/** The picture can never work; trying again would give the same answer. */
export interface RejectedFinding {
  imageId: string;
  outcome: 'rejected';
  reason: RejectionReason;
  /** A sentence for the person who uploaded it: what was expected and what came. */
  message: string;
}

export type RejectionReason =
  | 'empty'
  | 'not-an-image'
  | 'unsupported-format'
  | 'broken'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'missing';

/** The few facts that are shown of an original's EXIF. Texts have at most 100 characters. */
export interface ExifSummary {
  /** ISO 8601; with an offset where the camera wrote one, else local time without one. */
  takenAt?: string;
  cameraMake?: string;
  cameraModel?: string;
  lensModel?: string;
  exposureSeconds?: number;
  fNumber?: number;
  iso?: number;
  focalLengthMm?: number;
  /** Degrees, WGS 84. */
  latitude?: number;
  longitude?: number;
  altitudeMeters?: number;
}
