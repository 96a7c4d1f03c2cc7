import { locale, texts } from '../../core/language/texts';
import { formatBytes } from '../../shared/format-bytes';
import type { UploadEntry } from '../queue/upload-entry';
import type { HoldReason } from '../queue/upload-holds';

/** What happens to one file, in words. */
export function statusWords(entry: UploadEntry, hold: HoldReason | null): string {
  const { status } = texts().uploads;
  const state = entry.state();
  const film = entry.film?.title;
  switch (state.phase) {
    case 'waiting':
    case 'checking':
      return hold ? status.holds[hold] : status[state.phase];
    case 'uploading':
      return hold
        ? status.holds[hold]
        : status.uploading(percent(state.sentBytes, entry.bytes), formatBytes(entry.bytes));
    case 'processing':
      return status.processing;
    case 'ready':
      if (entry.isCancelledTooLate) return status.cancelledTooLate;
      return film === undefined ? status.ready : status.readyInFilm(film);
    case 'duplicate':
      if (state.image.trashedAt !== null) return status.inTrash;
      return film === undefined ? status.duplicate : status.duplicateInFilm(film);
    case 'failed':
      return state.message;
    case 'file-needed':
      return status.fileNeeded;
  }
}

/** `43%`, rounded down, so that all of it is all of it. */
export function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : Math.floor((part / whole) * 100) / 100;
  return share.toLocaleString(locale(), { style: 'percent' });
}
