import type { Texts } from '../en.ts';
import { plural } from './numbers.ts';

export const faults: Texts['faults'] = {
  noAnswer: 'movieFlix antwortet nicht. Vielleicht startet es gerade neu; versuch es gleich noch einmal.',
  offline: 'Du bist offline. Das geht wieder, sobald die Verbindung zurück ist.',
  server: 'Das ging gerade nicht. Nichts ist verloren; versuch es gleich noch einmal.',
  withoutReason: (status) => `movieFlix hat das abgelehnt (Status ${status}), ohne zu sagen, warum.`,
  inPage: (error) => `Auf der Seite ging etwas schief: ${error}.`,
  tooMany: (wait) => `Das waren zu viele Versuche in kurzer Zeit. ${wait}`,
  waitALittle: 'Warte ein wenig.',
  tryAgainInSeconds: (seconds) =>
    plural(seconds, 'Versuch es in einer Sekunde wieder.', 'Versuch es in # Sekunden wieder.'),
  tryAgainInMinutes: (minutes) =>
    plural(minutes, 'Versuch es in einer Minute wieder.', 'Versuch es in # Minuten wieder.'),
  couldNotStart: (reason) => `movieFlix konnte nicht starten. ${reason} Lade die Seite gleich noch einmal.`,
  pageDidNotCome: 'Diese Seite kam nicht an. Lade sie neu, um es noch einmal zu versuchen.',
  loadAgain: 'Neu laden',
  pageNotVisited: 'Du bist offline, und diese Seite hast du noch nicht besucht.',
  noPicture: 'Aus dieser Datei ließ sich kein Bild machen.',
};
