import type { Texts } from '../en.ts';
import { plural } from './numbers.ts';

export const gallery: Texts['gallery'] = {
  images: 'Bilder',
  whose: 'Wessen Bilder',
  show: { all: 'Alle', mine: 'Meine', public: 'Öffentliche' },
  today: 'Heute',
  yesterday: 'Gestern',
  didNotCome: 'Die Bilder kamen nicht an',
  whenTaken: 'Wann die Fotos entstanden',

  empty: {
    noMatch: {
      heading: 'Kein Bild passt',
      text: 'Gesucht wurde in Titeln, Beschreibungen und Dateinamen.',
      deed: 'Alle Bilder zeigen',
    },
    public: {
      heading: 'Noch ist nichts öffentlich',
      text: 'Was jemand veröffentlicht, ist hier für alle zu sehen.',
      deed: 'Meine Bilder zeigen',
    },
    own: {
      heading: 'Hier werden deine Fotos hängen',
      text: 'Zieh Fotos irgendwo auf diese Seite, oder wähle welche aus.',
      deed: 'Fotos hochladen',
    },
    visitor: {
      heading: 'Der Saal ist noch dunkel',
      text: 'Noch hat niemand ein Bild für alle gezeigt. Melde dich an, um deine zu sehen, oder bring das erste.',
      deed: 'Konto anlegen',
    },
  },

  tile: {
    animated: 'animiert',
    private: 'privat',
    selected: 'ausgewählt',
    select: (name) => `${name} auswählen`,
    onTheWay: 'Sein Vorschaubild ist unterwegs.',
    retry: 'Noch einmal',
    toTrash: 'Papierkorb',
  },

  selection: {
    label: 'Ausgewählte Bilder',
    clear: 'Auswahl aufheben',
    count: (count) => plural(count, '1 ausgewählt', '# ausgewählt'),
    publish: 'Veröffentlichen',
    hide: 'Privat machen',
    takeOut: 'Aus dem Film nehmen',
    trash: 'Papierkorb',
  },

  deeds: {
    trashed: (count) => plural(count, '1 Bild liegt im Papierkorb.', '# Bilder liegen im Papierkorb.'),
    public: (count) => plural(count, '1 Bild ist nun öffentlich.', '# Bilder sind nun öffentlich.'),
    private: (count) => plural(count, '1 Bild ist nun privat.', '# Bilder sind nun privat.'),
    inFilm: (count, title) =>
      plural(count, `1 Bild ist nun bei „${title}“.`, `# Bilder sind nun bei „${title}“.`),
    outOfFilm: (count, title) =>
      plural(count, `1 Bild ist nicht mehr bei „${title}“.`, `# Bilder sind nicht mehr bei „${title}“.`),
  },
};
