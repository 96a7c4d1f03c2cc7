/** The API's answers under the names that the pages use. */

export type ImageStatus = 'pending' | 'ready' | 'failed';
export type Visibility = 'private' | 'public';

export interface Thumbnail {
  width: number;
  height: number;
  /** Presigned, and the same for about an hour, so that the browser's cache holds it. */
  url: string;
}

export interface Exif {
  takenAt?: string;
  cameraMake?: string;
  cameraModel?: string;
  lensModel?: string;
  exposureSeconds?: number;
  fNumber?: number;
  iso?: number;
  focalLengthMm?: number;
  latitude?: number;
  longitude?: number;
  altitudeMeters?: number;
}

export interface ImageFailure {
  reason: string;
  message: string;
  canRetry: boolean;
}

export interface Image {
  id: string;
  filename: string;
  title: string | null;
  description: string | null;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  status: ImageStatus;
  failure: ImageFailure | null;
  /** Base64. */
  thumbhash: string | null;
  exif: Exif | null;
  takenAt: string | null;
  visibility: Visibility;
  tags: string[];
  createdAt: string;
  trashedAt: string | null;
  thumbnails: Thumbnail[];
  owner: { id: string; displayName: string };
}

export interface ImageWithOriginal extends Image {
  /** Presigned GET of the original. */
  originalUrl: string;
}

export interface ImagePage {
  items: Image[];
  nextCursor: string | null;
}

export interface SignedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  expiresAt: string;
}

export interface MultipartUpload {
  uploadId: string;
  partBytes: number;
  partCount: number;
}

export type UploadAnswer =
  | { image: Image; upload: SignedRequest | MultipartUpload; duplicate?: false }
  | { image: Image; duplicate: true; upload?: undefined };

export interface UploadAsk {
  filename: string;
  contentType: string;
  bytes: number;
  /** 64 hexadecimal digits. */
  sha256: string;
}

export interface ArrivedPart {
  partNumber: number;
  bytes: number;
}

export interface User {
  id: string;
  email: string;
  displayName: string;
  createdAt: string;
  usage: { images: number; bytes: number; maxBytes: number };
}

export interface SessionAnswer {
  token: string;
  expiresAt: string;
  user: User;
}
