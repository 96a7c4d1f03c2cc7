import type { Texts } from '../en.ts';
import { number, plural } from './numbers.ts';

export const films: Texts['films'] = {
  favourites: 'Favoriten',
  aList: 'Eine Liste',
  all: 'Alle',
  which: 'Welche Filme',
  add: 'Film anlegen',
  count: (count) => plural(count, '1 Film', '# Filme'),
  none: 'Keine Filme',
  didNotCome: 'Die Filme kamen nicht an',
  moreThan: (count) => `Mehr als ${number(count)} Filme`,
  posterOf: (title, year) => `Plakat zu ${title}, ${year}`,
  posterBy: (title, year, directors) => `Plakat zu ${title}, ${year}, von ${directors}`,
  favourite: (title) => `Favorit: ${title}`,
  addToList: (title) => `Auf eine Liste setzen: ${title}`,
  takeOutOfList: (title) => `Von der Liste nehmen: ${title}`,

  filters: {
    label: 'Filme eingrenzen',
    genre: 'Genre',
    anyGenre: 'Alle Genres',
    years: 'Jahre',
    anyYear: 'Alle Jahre',
    decade: (first) => `${first}er`,
    director: 'Regie',
    anyDirector: 'Regie: alle',
    unknownDirector: 'Hier gibt es keinen Film von jemandem, der so heißt.',
    order: 'Reihenfolge',
    byTitle: 'Nach Titel',
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    clear: 'Filter aufheben',
  },

  empty: {
    closed: {
      heading: 'Favoriten und Listen gehören nur dir',
      text: 'Melde dich an, um die Filme zu sehen, die du dir gemerkt hast.',
      deed: 'Alle Filme',
    },
    noMatch: {
      heading: 'Kein Film passt',
      text: 'Gesucht wurde in Titeln, Jahren und Namen der Regie, innerhalb dessen, was oben gewählt ist.',
    },
    favourites: {
      heading: 'Noch keine Favoriten',
      text: 'Drück das Herz auf einem Plakat, und der Film wartet hier auf dich.',
    },
    list: {
      heading: 'Diese Liste ist noch leer',
      text: 'Drück das Plus auf einem Plakat, und der Film kommt hier hinein.',
    },
    browse: 'In den Filmen stöbern',
    programme: {
      heading: 'Das Programm ist noch leer',
      text: 'Hier werden Filme laufen. Bis dahin ist die Galerie geöffnet.',
      textForAdmin: 'Die Filme, die du anlegst, sind hier für alle zu sehen.',
      deed: 'Ersten Film anlegen',
    },
  },
};
