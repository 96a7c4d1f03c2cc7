import { account } from './de/account.ts';
import { descriptions } from './de/descriptions.ts';
import { faults } from './de/faults.ts';
import { film } from './de/film.ts';
import { films } from './de/films.ts';
import { gallery } from './de/gallery.ts';
import { genres } from './de/genres.ts';
import { lists } from './de/lists.ts';
import { notFound } from './de/not-found.ts';
import { failures, refusals } from './de/refusals.ts';
import { shared } from './de/shared.ts';
import { shell } from './de/shell.ts';
import { titles } from './de/titles.ts';
import { trash } from './de/trash.ts';
import { uploads } from './de/uploads.ts';
import { viewer } from './de/viewer.ts';
import type { Texts } from './en.ts';

export const de: Texts = {
  account,
  descriptions,
  failures,
  faults,
  film,
  films,
  gallery,
  genres,
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
