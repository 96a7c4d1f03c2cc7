import type { Texts } from '../app/core/language/languages';
import { account } from './de/account';
import { faults } from './de/faults';
import { film } from './de/film';
import { films } from './de/films';
import { gallery } from './de/gallery';
import { lists } from './de/lists';
import { notFound } from './de/not-found';
import { failures, refusals } from './de/refusals';
import { shared } from './de/shared';
import { shell } from './de/shell';
import { titles } from './de/titles';
import { trash } from './de/trash';
import { uploads } from './de/uploads';
import { viewer } from './de/viewer';

export const de: Texts = {
  account,
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
