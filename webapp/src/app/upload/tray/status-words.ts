import { formatBytes } from '../../shared/format-bytes';
import type { UploadEntry } from '../queue/upload-entry';
import type { HoldReason } from '../queue/upload-holds';

const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  offline: 'Waiting for the connection',
  'signed-out': 'Waiting until you sign in',
  busy: 'Waiting a little, as the server asked',
};

/** What happens to one file, in words. */
export function statusWords(entry: UploadEntry, hold: HoldReason | null): string {
  const state = entry.state();
  const inFilm = entry.film ? ` and in “${entry.film.title}”` : '';
  switch (state.phase) {
    case 'waiting':
      return hold ? HOLD_WORDS[hold] : 'Waiting';
    case 'checking':
      return hold ? HOLD_WORDS[hold] : 'Checking';
    case 'uploading':
      return hold
        ? HOLD_WORDS[hold]
        : `Uploading ${percent(state.sentBytes, entry.bytes)} of ${formatBytes(entry.bytes)}`;
    case 'processing':
      return 'Uploaded, making the thumbnail';
    case 'ready':
      return entry.isCancelledTooLate
        ? 'It had arrived before you cancelled, so it is in your gallery'
        : `In your gallery${inFilm}`;
    case 'duplicate':
      return state.image.trashedAt === null ? `Already in your gallery${inFilm}` : 'Already in your trash';
    case 'failed':
      return state.message;
    case 'file-needed':
      return 'Choose this file again to go on';
  }
}

/** `43 %`, rounded down, so that all of it is all of it. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((part / whole) * 100)} %`;
}
