import type { Texts } from '../en.ts';
import { plural } from './numbers.ts';

export const trash: Texts['trash'] = {
  heading: 'Papierkorb',
  text: 'Bilder bleiben 30 Tage hier und werden dann endgültig gelöscht.',
  didNotCome: 'Der Papierkorb kam nicht an',
  empty: 'Papierkorb leeren',
  isEmpty: 'Der Papierkorb ist leer',
  isEmptyText: 'Was du in den Papierkorb legst, wartet hier, falls du es zurückhaben willst.',
  restore: 'Zurückholen',
  restoreImage: (title) => `${title} zurückholen`,
  delete: 'Löschen',
  deleteImage: (title) => `${title} endgültig löschen`,
  showMore: 'Mehr zeigen',
  restored: '1 Bild ist zurück in der Galerie.',
  gone: (count) => plural(count, '1 Bild ist gelöscht.', '# Bilder sind gelöscht.'),
  confirmDelete: {
    heading: 'Dieses Bild endgültig löschen?',
    text: 'Das Original und alles, was daraus entstand, wird gelöscht. Niemand kann es zurückholen.',
    deed: 'Endgültig löschen',
  },
  confirmEmpty: {
    heading: 'Papierkorb leeren?',
    text: 'Jedes Bild darin wird endgültig gelöscht, samt Original. Niemand kann sie zurückholen.',
    deed: 'Alle endgültig löschen',
  },
};
