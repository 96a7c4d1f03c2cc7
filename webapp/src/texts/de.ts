import type { Texts } from '../app/core/language/languages';
import { account } from './de/account';
import { faults } from './de/faults';
import { notFound } from './de/not-found';
import { failures, refusals } from './de/refusals';
import { shared } from './de/shared';
import { shell } from './de/shell';
import { titles } from './de/titles';
import { trash } from './de/trash';
import { uploads } from './de/uploads';

export const de: Texts = {
  account,
  failures,
  faults,
  notFound,
  refusals,
  shared,
  shell,
  titles,
  trash,
  uploads,
};
