import type { ExifSummary } from '@movieflix/contracts';
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';

export type ImageStatus = 'pending' | 'ready' | 'failed';
export type Visibility = 'private' | 'public';

export interface ImageTable {
  id: string;
  owner_id: string;
  filename: string;
  title: string;
  description: Generated<string>;
  content_type: string;
  bytes: number;
  sha256: Buffer;
  status: Generated<ImageStatus>;
  failure_reason: string | null;
  failure_message: string | null;
  /** Pixels after orientation, known once ready. */
  width: number | null;
  height: number | null;
  /** Whether the original moves, of which the renditions show one frame. */
  is_animated: Generated<boolean>;
  thumbhash: string | null;
  exif: JSONColumnType<ExifSummary> | null;
  visibility: Generated<Visibility>;
  /** The film that it belongs to. */
  movie_id: string | null;
  /** The multipart upload that brings the original, where it is a large one. */
  upload_id: string | null;
  /** Since when an upload or a result is awaited; asking again starts anew. */
  pending_since: Generated<Date>;
  created_at: Generated<Date>;
  /** What the camera's clock showed, read as UTC, or where that is not plausible `created_at`; kept by the database. */
  taken_at: GeneratedAlways<Date>;
  trashed_at: Date | null;
  /** Title, file name and description in lower case, for searching; kept by the database. */
  search_text: Generated<string>;
}

export interface RenditionTable {
  image_id: string;
  width: number;
  height: number;
  bytes: number;
}

export interface TagTable {
  image_id: string;
  tag: string;
}
