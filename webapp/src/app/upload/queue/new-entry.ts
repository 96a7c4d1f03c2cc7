import { signal } from '@angular/core';
import type { ClaimedUpload } from '../keeping/kept-uploads';
import type { ChosenFile } from './chosen-file';
import type { ListedEntry } from './entry-list';
import type { UploadState } from './upload-entry';
import type { UploadFilm } from './upload-film';

/** The entry of a file that was chosen just now. */
export function chosenEntry(
  id: string,
  chosen: ChosenFile,
  film: UploadFilm | null,
  memberId: string | null,
): ListedEntry {
  const { name, size: bytes, lastModified } = chosen.file;
  const about = { id, name, bytes, lastModified, film, imageId: null, memberId, isCancelledTooLate: false };
  if ('refusal' in chosen) {
    const state = signal<UploadState>({ phase: 'failed', message: chosen.refusal, remedy: null });
    return { ...about, contentType: chosen.file.type, file: null, state };
  }
  const state = signal<UploadState>({ phase: 'waiting' });
  return { ...about, contentType: chosen.contentType, file: chosen.file, state };
}

/** The entry of an upload that a reload interrupted. */
export function restoredEntry({ upload, file }: ClaimedUpload): ListedEntry {
  const { id, name, bytes, contentType, lastModified, imageId, memberId } = upload;
  const about = {
    ...{ id, name, bytes, contentType, lastModified, imageId, memberId },
    ...{ film: upload.film ?? null, isCancelledTooLate: false },
  };
  return { ...about, file: file ?? null, state: signal(restoredState({ upload, file })) };
}

function restoredState({ upload, file }: ClaimedUpload): UploadState {
  if (upload.failure) return { phase: 'failed', ...upload.failure };
  if (upload.isSent) return { phase: 'processing' };
  return { phase: file ? 'waiting' : 'file-needed' };
}
