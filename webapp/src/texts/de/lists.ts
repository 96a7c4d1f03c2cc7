import type { Texts } from '../en.ts';

export const lists: Texts['lists'] = {
  didNotCome: 'Die Listen kamen nicht an',
  new: 'Eine neue Liste',
  newName: 'Name der neuen Liste',
  begin: 'Anlegen',
  name: 'Name der Liste',
  rename: 'Umbenennen',
  renameList: (name) => `${name} umbenennen`,
  renameHeading: 'Liste umbenennen',
  remove: 'Löschen',
  removeList: (name) => `${name} löschen`,
  confirmRemove: {
    heading: (name) => `„${name}“ löschen?`,
    text: 'Die Liste geht, ihre Filme bleiben im Katalog.',
    deed: 'Liste löschen',
  },
  removed: (name) => `„${name}“ ist gelöscht.`,
  filmTaken: (title) => `${title} ist von der Liste genommen.`,
  empty: {
    heading: 'Noch keine Listen',
    text: 'Für einen verregneten Sonntag, für Freunde, zum Nachholen: Gib oben einer Liste ihren Namen und fülle sie von den Plakaten aus.',
  },
  picker: {
    heading: (title) => `Listen mit „${title}“`,
    empty: 'Du hast noch keine Listen. Leg eine an, und der Film ist darauf.',
    done: 'Fertig',
  },
};
