import type { Texts } from '../en.ts';

export const titles: Texts['titles'] = {
  films: 'Filme',
  lists: 'Listen',
  newFilm: 'Neuer Film',
  editFilm: 'Film bearbeiten',
  gallery: 'Galerie',
  upload: 'Hochladen',
  trash: 'Papierkorb',
  signIn: 'Anmelden',
  signUp: 'Konto anlegen',
  account: 'Konto',
  notFound: 'Nicht gefunden',
};
