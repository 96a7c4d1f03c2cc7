import { account } from './en/account';
import { faults } from './en/faults';
import { film } from './en/film';
import { films } from './en/films';
import { gallery } from './en/gallery';
import { lists } from './en/lists';
import { notFound } from './en/not-found';
import { failures, refusals } from './en/refusals';
import { shared } from './en/shared';
import { shell } from './en/shell';
import { titles } from './en/titles';
import { trash } from './en/trash';
import { uploads } from './en/uploads';
import { viewer } from './en/viewer';

/** English, and the shape of every other language. */
export const en = {
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
