import type { Texts } from '../en.ts';

export const shell: Texts['shell'] = {
  skipToPage: 'Zum Inhalt springen',
  offline:
    'Du bist offline. Was du besucht hast, ist noch da, und Uploads gehen weiter, sobald die Verbindung zurück ist.',
  home: 'movieFlix, zu den Filmen',
  places: 'Orte',
  searchFilms: 'Filme durchsuchen',
  searchGallery: 'Bilder durchsuchen',
  accountAndSettings: 'Konto und Einstellungen',
  theme: 'Farben',
  likeSystem: 'Wie das System',
  dark: 'Dunkel',
  light: 'Hell',
  language: 'Sprache',
  languageDidNotCome: 'Diese Sprache kam nicht an. Versuch es wieder, wenn die Verbindung zurück ist.',
  signOut: 'Abmelden',
  drop: {
    toUpload: 'Loslassen zum Hochladen',
    intoFilm: (title) => `Loslassen, und es kommt zu „${title}“`,
  },
  uploadDidNotBegin:
    'Das Hochladen konnte nicht beginnen, weil du offline bist. Bring die Dateien gleich noch einmal.',
};
