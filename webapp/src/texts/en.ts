import { account } from './en/account';
import { faults } from './en/faults';
import { notFound } from './en/not-found';
import { failures, refusals } from './en/refusals';
import { shared } from './en/shared';
import { shell } from './en/shell';
import { titles } from './en/titles';
import { trash } from './en/trash';
import { uploads } from './en/uploads';

/** English, and the shape of every other language. */
export const en = { account, failures, faults, notFound, refusals, shared, shell, titles, trash, uploads };
