import type { Texts } from '../en.ts';

export const descriptions: Texts['descriptions'] = {
  site: 'Filme und eine Galerie für Fotos, Standbilder und Plakate.',
  gallery: 'Fotos, Standbilder und Plakate, die Mitglieder allen zeigen.',
  signIn: 'Melde dich an, um deine Fotos zu sehen und neue zu bringen.',
  signUp: 'Leg ein Konto an, um deine Fotos zu bewahren und zu zeigen, wem du magst.',
};
