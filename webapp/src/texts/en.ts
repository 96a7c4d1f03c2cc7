import { account } from './en/account.ts';
import { descriptions } from './en/descriptions.ts';
import { faults } from './en/faults.ts';
import { film } from './en/film.ts';
import { films } from './en/films.ts';
import { gallery } from './en/gallery.ts';
import { lists } from './en/lists.ts';
import { notFound } from './en/not-found.ts';
import { failures, refusals } from './en/refusals.ts';
import { shared } from './en/shared.ts';
import { shell } from './en/shell.ts';
import { titles } from './en/titles.ts';
import { trash } from './en/trash.ts';
import { uploads } from './en/uploads.ts';
import { viewer } from './en/viewer.ts';

/** English. */
export const en = {
  account,
  descriptions,
  failures,
  faults,
  film,
  films,
  gallery,
  lists,
  notFound,
  refusals,
  shared,
  shell,
  titles,
  trash,
  uploads,
  viewer,
};

/** All that the app says. Every language says the same things, so English is what the others are held against. */
export type Texts = typeof en;
