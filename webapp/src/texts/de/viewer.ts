import type { Texts } from '../en.ts';

export const viewer: Texts['viewer'] = {
  label: 'Bildansicht',
  image: 'Bild',
  details: 'Details',
  trash: 'In den Papierkorb legen',
  previous: 'Voriges Bild',
  next: 'Nächstes Bild',
  goBack: 'Zurück',
  notReady: 'Dieses Bild ist gleich so weit. Schau in einem Moment wieder vorbei.',
  play: (bytes: string) => `Animation abspielen, ${bytes}`,
  pause: 'Animation anhalten',
  didNotPlay: 'Das bewegte Bild ist nicht gekommen. Versuche es gleich noch einmal.',
  didNotCome: 'Dieses Bild kam nicht an. Schließ es und öffne es noch einmal.',

  panel: {
    close: 'Details schließen',
    shownBy: (name) => `Gezeigt von ${name}`,
    camera: 'Kamera',
    taken: 'Aufgenommen',
    size: 'Größe',
    file: 'Datei',
    download: 'Original herunterladen',
  },

  form: {
    title: 'Titel',
    description: 'Beschreibung',
    describes: 'Wird denen vorgelesen, die das Bild nicht sehen.',
    public: 'Öffentlich: Alle dürfen es sehen',
    private: 'Privat: Nur du darfst es sehen',
    tellsPlace: 'Das Original verrät, wo es aufgenommen wurde, und alle können es herunterladen.',
  },

  film: {
    label: 'Film',
    takeOut: 'Herausnehmen',
    takeOutOf: (title) => `Aus ${title} herausnehmen`,
    noMatch: 'Kein Film passt.',
    didNotCome: 'Die Filme kamen nicht an.',
  },
};
