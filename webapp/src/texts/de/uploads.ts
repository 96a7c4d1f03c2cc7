import type { Texts } from '../en.ts';
import { number, plural } from './numbers.ts';

export const uploads: Texts['uploads'] = {
  page: {
    dropAnywhere: 'Leg deine Fotos ab, wo du willst.',
    bringIn: 'Hol deine Fotos herein.',
    foldersToo: 'Auch ganze Ordner, oder füge ein Bild aus der Zwischenablage ein.',
    choosePhotographs: 'Fotos auswählen',
    chooseFolder: 'Ordner auswählen',
    limits: (types, largest) =>
      `${types}, jeweils bis ${largest}. Nur du siehst sie, bis du eines veröffentlichst. Fotos, die du schon hast, werden erkannt und nicht zweimal gesendet.`,
    photographs: 'Fotos',
    folder: 'Ordner',
  },

  intake: {
    tooMany: (most) =>
      `Das sind mehr als ${number(most)} Dateien; genommen wurden nur die ersten ${number(most)}. Bring die übrigen in kleineren Ordnern.`,
    goToFilm: (files, title) =>
      plural(files, `1 Bild kommt zu „${title}“.`, `# Bilder kommen zu „${title}“.`),
  },

  admission: {
    types: 'JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC und RAW-Dateien von Kameras',
    noPicture: (what, types) => `Das ist ${what}, erwartet war aber ein Bild: ${types}.`,
    fileOfType: (type) => `eine Datei vom Typ ${type}`,
    fileEndingIn: (ending) => `eine .${ending}-Datei`,
    fileWithoutType: 'eine Datei ohne Typ',
    empty: 'Diese Datei ist leer (0 Bytes), erwartet war aber ein Bild.',
    tooLarge: (has, most) => `Diese Datei hat ${has}, erlaubt sind aber höchstens ${most}.`,
  },

  status: {
    waiting: 'Wartet',
    checking: 'Wird geprüft',
    uploading: (percent, size) => `Lädt hoch, ${percent} von ${size}`,
    processing: 'Hochgeladen, das Vorschaubild entsteht',
    ready: 'In deiner Galerie',
    readyInFilm: (title) => `In deiner Galerie und bei „${title}“`,
    cancelledTooLate: 'Es war schon angekommen, bevor du abgebrochen hast, und ist nun in deiner Galerie',
    duplicate: 'Schon in deiner Galerie',
    duplicateInFilm: (title) => `Schon in deiner Galerie, und bei „${title}“`,
    inTrash: 'Schon in deinem Papierkorb',
    fileNeeded: 'Wähle diese Datei noch einmal aus, dann geht es weiter',
    holds: {
      offline: 'Wartet auf die Verbindung',
      'signed-out': 'Wartet, bis du dich anmeldest',
      busy: 'Wartet ein wenig, wie der Server es wünscht',
    },
  },

  tray: {
    label: 'Uploads',
    closeList: 'Liste der Uploads schließen',
    all: 'Alle Uploads',
    uploadOf: (name) => `Upload von ${name}`,
    retry: (name) => `${name} noch einmal versuchen`,
    cancel: (name) => `${name} abbrechen`,
    retryFailed: 'Fehlgeschlagene noch einmal',
    clearFinished: 'Fertige ausblenden',
    cancelAll: 'Alle abbrechen',
  },

  summary: {
    holds: {
      offline: (count) =>
        plural(
          count,
          'Offline: 1 Foto geht weiter, sobald du zurück bist',
          'Offline: # Fotos gehen weiter, sobald du zurück bist',
        ),
      'signed-out': (count) =>
        plural(count, 'Melde dich an, um 1 Foto hochzuladen', 'Melde dich an, um # Fotos hochzuladen'),
      busy: (count) =>
        plural(
          count,
          'Der Server bat zu warten: 1 Foto kommt noch',
          'Der Server bat zu warten: # Fotos kommen noch',
        ),
    },
    uploading: (count, percent) =>
      plural(count, `1 Foto wird hochgeladen, ${percent}`, `# Fotos werden hochgeladen, ${percent}`),
    processing: (count) =>
      plural(count, 'Hochgeladen, das Vorschaubild entsteht', 'Hochgeladen, # Vorschaubilder entstehen'),
    uploaded: (count) => plural(count, '1 Foto hochgeladen', '# Fotos hochgeladen'),
    uploadedOf: (count, all) => `${number(count)} von ${number(all)} hochgeladen`,
    duplicate: (count) => `${number(count)} schon da`,
    failed: (count) => `${number(count)} fehlgeschlagen`,
    fileNeeded: (count) => `${number(count)} noch einmal auszuwählen`,
  },

  faults: {
    unreadable:
      'Diese Datei lässt sich nicht mehr lesen: Sie wurde geändert, verschoben oder gelöscht, nachdem du sie ausgewählt hast.',
    removed: 'Dieses Bild wurde gelöscht, bevor sein Vorschaubild fertig war.',
    connectionLost: 'Die Verbindung zum Speicher brach ab.',
    changed:
      'Es kamen andere Bytes an, als vorher geprüft wurden: Die Datei hat sich inzwischen geändert oder wurde unterwegs beschädigt.',
    expired: 'Die Adresse für den Upload galt nur eine Zeit lang, und die ist vorbei.',
    gone: 'Der Speicher kennt diesen Upload nicht mehr.',
    arrived: 'Diese Datei ist schon da.',
    notNow: 'Der Speicher konnte die Datei gerade nicht annehmen.',
    tooLarge: (most) => `Der Speicher nimmt höchstens ${most} an, diese Datei ist größer.`,
    tooLargeAtAll: 'Der Speicher nimmt nur kleinere Dateien an.',
    notAsAnnounced:
      'Der Speicher ließ die Datei nicht herein: Größe, Typ oder Prüfsumme sind nicht die angekündigten.',
    refused: (reason) => `Der Speicher nahm diese Datei nicht an: ${reason}`,
    refusedByStatus: (status) => `Der Speicher nahm diese Datei nicht an: Status ${status}`,
    askedInVain: (sentence, times) => `${sentence} Auch ${times} Versuche halfen nicht.`,
  },
};
