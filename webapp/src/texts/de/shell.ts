import type { Texts } from '../../app/core/language/languages';

export const shell: Texts['shell'] = {
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
};
