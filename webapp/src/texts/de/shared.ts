import type { Texts } from '../en.ts';
import { plural } from './numbers.ts';

export const shared: Texts['shared'] = {
  tryAgain: 'Noch einmal versuchen',
  toFilms: 'Zu den Filmen',
  toGallery: 'Zur Galerie',
  loading: 'Lädt …',
  keep: 'Behalten',
  undo: 'Rückgängig',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  saved: 'Gespeichert.',
  select: 'Auswählen',
  ok: 'OK',
  quoted: (words) => `„${words}“`,
  bytesOf: (done, all) => `${done} von ${all}`,
  bytes: (count) => plural(count, '1 Byte', '# Bytes'),
  images: (count) => plural(count, '1 Bild', '# Bilder'),
};
