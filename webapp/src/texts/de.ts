import type { Texts } from '../app/core/language/languages';
import { pluralIn } from './plural';

const plural = pluralIn('de');
const images = (count: number) => plural(count, '1 Bild', `${count} Bilder`);

export const de: Texts = {
  titles: {
    gallery: 'Galerie',
    upload: 'Hochladen',
    trash: 'Papierkorb',
    signIn: 'Anmelden',
    signUp: 'Konto anlegen',
    account: 'Konto',
    notFound: 'Nicht gefunden',
  },

  shared: {
    tryAgain: 'Noch einmal versuchen',
    toGallery: 'Zur Galerie',
    keep: 'Behalten',
    bytesOf: (done, all) => `${done} von ${all}`,
    bytes: (count) => plural(count, '1 Byte', `${count} Bytes`),
    images,
  },

  shell: {
    skipToPage: 'Zum Inhalt springen',
    offline:
      'Du bist offline. Was du besucht hast, ist noch da, und Uploads gehen weiter, sobald die Verbindung zurück ist.',
    accountAndSettings: 'Konto und Einstellungen',
    theme: 'Farben',
    likeSystem: 'Wie das System',
    dark: 'Dunkel',
    light: 'Hell',
    language: 'Sprache',
    signOut: 'Abmelden',
    signIn: 'Anmelden',
  },

  notFound: {
    heading: 'Hier läuft nichts',
    text: 'Vielleicht ist die Adresse vertippt, oder was hier war, ist fort.',
  },

  account: {
    heading: 'Konto',
    email: 'E-Mail',
    name: 'Name',
    password: 'Passwort',
    writeName: 'Welcher Name soll neben deinen öffentlichen Bildern stehen?',
    atLeast: (characters) => `Mindestens ${characters} Zeichen.`,
    signIn: {
      heading: 'Willkommen zurück',
      hasEnded: 'Deine Sitzung ist abgelaufen. Melde dich an, und es geht weiter, wo du warst.',
      writeEmail: 'Die Adresse, mit der du dein Konto angelegt hast, etwa name@example.org.',
      writePassword: 'Hier fehlt dein Passwort.',
      deed: 'Anmelden',
      newHere: 'Neu hier?',
      makeAccount: 'Konto anlegen',
    },
    signUp: {
      heading: 'Konto anlegen',
      text: 'Für deine eigenen Fotos. Jedes bleibt privat, bis du es veröffentlichst.',
      nameHint: 'Steht neben deinen öffentlichen Bildern.',
      writeEmail: 'Eine Adresse wie name@example.org.',
      passwordTooShort: (least, has) => `Ein Passwort hat mindestens ${least} Zeichen; dieses hat ${has}.`,
      deed: 'Konto anlegen',
      haveOne: 'Du hast schon eins?',
      signIn: 'Anmelden',
    },
    nameForm: { deed: 'Namen speichern', saved: 'Gespeichert.' },
    passwordForm: {
      current: 'Jetziges Passwort',
      writeCurrent: 'Hier fehlt dein jetziges Passwort.',
      new: 'Neues Passwort',
      tooShort: (least) => `Ein Passwort hat mindestens ${least} Zeichen.`,
      deed: 'Passwort ändern',
      changed: 'Geändert. An anderen Orten, wo du angemeldet warst, bist du nun abgemeldet.',
    },
    leave: {
      heading: 'Gehen',
      text: 'Dein Konto und alle deine Bilder werden endgültig gelöscht. Niemand kann sie zurückholen.',
      password: 'Zur Sicherheit dein Passwort',
      writePassword: 'Hier fehlt dein Passwort zur Bestätigung.',
      deed: 'Mein Konto und meine Bilder löschen',
      gone: 'Dein Konto und deine Bilder sind gelöscht.',
    },
    spaceUsed: 'Belegter Platz',
  },

  trash: {
    heading: 'Papierkorb',
    text: 'Bilder bleiben 30 Tage hier und werden dann endgültig gelöscht.',
    empty: 'Papierkorb leeren',
    isEmpty: 'Der Papierkorb ist leer',
    isEmptyText: 'Was du in den Papierkorb legst, wartet hier, falls du es zurückhaben willst.',
    restore: 'Zurückholen',
    restoreImage: (title) => `${title} zurückholen`,
    delete: 'Löschen',
    deleteImage: (title) => `${title} endgültig löschen`,
    showMore: 'Mehr zeigen',
    restored: '1 Bild ist zurück in der Galerie.',
    gone: (count) => plural(count, '1 Bild ist gelöscht.', `${count} Bilder sind gelöscht.`),
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
  },

  faults: {
    noAnswer: 'movieFlix antwortet nicht. Vielleicht startet es gerade neu; versuch es gleich noch einmal.',
    offline: 'Du bist offline. Das geht wieder, sobald die Verbindung zurück ist.',
    server: 'Das ging gerade nicht. Nichts ist verloren; versuch es gleich noch einmal.',
    withoutReason: (status) => `movieFlix hat das abgelehnt (Status ${status}), ohne zu sagen, warum.`,
    inPage: (error) => `Auf der Seite ging etwas schief: ${error}.`,
    tooMany: (wait) => `Das waren zu viele Versuche in kurzer Zeit. ${wait}`,
    waitALittle: 'Warte ein wenig.',
    tryAgainInSeconds: (seconds) =>
      plural(seconds, 'Versuch es in einer Sekunde wieder.', `Versuch es in ${seconds} Sekunden wieder.`),
    tryAgainInMinutes: (minutes) =>
      plural(minutes, 'Versuch es in einer Minute wieder.', `Versuch es in ${minutes} Minuten wieder.`),
    pageDidNotCome: 'Diese Seite kam nicht an. Lade sie neu, um es noch einmal zu versuchen.',
    loadAgain: 'Neu laden',
    pageNotVisited: 'Du bist offline, und diese Seite hast du noch nicht besucht.',
    ok: 'OK',
  },

  refusals: {
    'already-arrived': 'Diese Datei ist schon angekommen.',
    'email-taken': 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich stattdessen an.',
    'image-not-found': 'Dieses Bild gibt es nicht, oder es ist nicht für dich bestimmt.',
    'not-found': 'Hier gibt es nichts.',
    'not-in-trash':
      'Nur ein Bild im Papierkorb lässt sich endgültig löschen. Leg es zuerst in den Papierkorb.',
    'parts-missing': 'Von dieser Datei fehlen noch Teile.',
    'quota-exceeded': 'Dafür reicht dein Platz nicht mehr. Lösche zuerst einige Bilder endgültig.',
    'session-ended': 'Deine Sitzung ist abgelaufen. Bitte melde dich wieder an.',
    'sign-in-needed': 'Dafür musst du angemeldet sein.',
    'sign-up-closed': 'Diese Galerie nimmt von selbst keine neuen Mitglieder auf. Frag, wer sie betreibt.',
    unavailable: 'movieFlix ist gerade nicht bereit. Versuch es gleich noch einmal.',
    'unsupported-type': 'Diese Art von Datei nimmt die Galerie nicht an.',
    'wrong-credentials': 'E-Mail-Adresse und Passwort passen nicht zusammen.',
    'wrong-password': 'Das ist nicht dein jetziges Passwort.',
    'wrong-size': 'Diese Datei ist leer oder zu groß.',
  },
};
