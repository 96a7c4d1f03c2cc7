import type { Texts } from '../en.ts';
import { number, plural } from './numbers.ts';

export const film: Texts['film'] = {
  title: 'Film',
  missing: {
    heading: 'Dieser Film läuft hier nicht',
    text: 'Vielleicht ist die Adresse vertippt, oder der Film ist nicht mehr im Programm.',
  },
  didNotCome: 'Der Film kam nicht an',
  loading: 'Der Film lädt …',

  facts: {
    directedBy: 'Regie',
    genres: 'Genres',
    favourite: 'Favorit',
    addToList: 'Auf eine Liste',
    born: (year) => `geboren ${year}`,
    died: (year) => `gestorben ${year}`,
    edit: 'Bearbeiten',
    noBio: 'Über diese Person steht hier noch nichts.',
    filmsBy: (director) => `Alle Filme von ${director}`,
    bornYear: 'Geboren',
    bornYearIs: 'Ein Jahr wie 1890, oder nichts.',
    diedYear: 'Gestorben',
    diedYearIs: 'Ein Jahr wie 1976, oder nichts.',
    bio: 'Über die Person',
    noDescription: 'Über dieses Genre steht hier noch nichts.',
    filmsOfGenre: 'Seine Filme',
    description: 'Beschreibung',
    textLanguage: 'Sprache des Textes',
  },

  gallery: {
    heading: 'Galerie',
    addPictures: 'Bilder hinzufügen',
    pictures: 'Bilder zu diesem Film',
    signInToAdd: 'Anmelden, um Bilder hinzuzufügen',
    signInToBringFirst: 'Anmelden, um das erste zu bringen',
    privateHint: (count) =>
      plural(
        count,
        'Eines deiner Bilder hier ist privat: Nur du siehst es.',
        '# deiner Bilder hier sind privat: Nur du siehst sie.',
      ),
    publish: (count) => plural(count, 'Dieses veröffentlichen', 'Alle veröffentlichen'),
    empty: {
      heading: 'Noch keine Bilder',
      text: 'Hier werden Szenenbilder, Plakate und Fotos zu diesem Film hängen.',
    },
  },

  choose: {
    fromGallery: 'Aus der Galerie wählen',
    gallery: 'Deine Galerie',
    addToFilm: 'Zum Film geben',
    chosen: (count) => plural(count, '1 gewählt', '# gewählt'),
    moving: (count) => plural(count, '1 verlässt einen anderen Film', '# verlassen einen anderen Film'),
    empty: {
      heading: 'Nichts mehr zu wählen',
      text: 'Alle deine Bilder sind schon bei diesem Film, oder deine Galerie hat noch keine.',
    },
  },

  poster: {
    choose: 'Plakat wählen',
    draw: 'Lieber zeichnen lassen',
    deed: 'Zum Plakat machen',
    empty: {
      heading: 'Dieser Film hat noch kein öffentliches Bild',
      text: 'Ein Plakat ist eines der Bilder des Films, die alle sehen dürfen. Füge eines hinzu oder veröffentliche eines.',
    },
  },

  admin: {
    only: {
      heading: 'Den Katalog ändert nur, wer ihn verwaltet',
      text: 'Du kannst jeden Film ansehen und ihm Bilder hinzufügen.',
    },
    edit: 'Film bearbeiten',
    remove: 'Löschen',
    confirmRemove: {
      heading: (title) => `„${title}“ löschen?`,
      text: 'Der Film verlässt den Katalog und alle Favoriten und Listen. Seine Bilder bleiben in der Galerie.',
      deed: 'Film löschen',
    },
    removed: (title) => `„${title}“ ist gelöscht. Seine Bilder bleiben in der Galerie.`,
    saved: (title) => `„${title}“ ist gespeichert.`,
    added: (title) => `„${title}“ ist im Katalog.`,
  },

  form: {
    title: 'Titel',
    writeTitle: 'Der Titel, unter dem man den Film kennt.',
    originalTitle: 'Originaltitel',
    whereItDiffers: 'Nur, wenn er anders lautet.',
    year: 'Jahr',
    writeYear: 'Ein Jahr von 1870 bis 2100.',
    minutes: 'Minuten',
    howLong: 'Wie lange er läuft.',
    writeMinutes: '1 bis 1000 Minuten, oder nichts.',
    directors: 'Regie',
    genres: 'Genres',
    endsName: 'Die Eingabetaste oder ein Komma beendet einen Namen.',
    mostNames: (count) => `Lass höchstens ${number(count)} Namen stehen.`,
    removeName: (name) => `${name} entfernen`,
    synopsis: 'Inhalt',
    synopsisLanguage: 'Sprache des Inhalts',
    save: 'Film speichern',
    add: 'Film anlegen',
  },
};
