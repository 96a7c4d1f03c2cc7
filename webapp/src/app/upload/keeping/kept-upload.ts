import type { Remedy } from '../queue/upload-entry';
import type { UploadFilm } from '../queue/upload-film';

/** What is kept of a file in the browser's database until it is in the gallery, beside its bytes. */
export interface KeptUpload {
  id: string;
  /** Orders the uploads as they were chosen. */
  sequence: number;
  /** Whose upload it is; null while nobody is signed in. */
  memberId: string | null;
  /** The tab that has it in hand. */
  tabId: string;
  name: string;
  bytes: number;
  contentType: string;
  lastModified: number;
  /** Missing in what an earlier release kept. */
  film?: UploadFilm | null;
  /** Known once the upload was asked for. */
  imageId: string | null;
  isSent: boolean;
  failure: { message: string; remedy: Remedy | null } | null;
}
