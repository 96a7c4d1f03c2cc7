import { account } from './en/account.ts';
import { film } from './en/film.ts';
import { films } from './en/films.ts';
import { first } from './en/first.ts';
import { genres } from './en/genres.ts';
import { lists } from './en/lists.ts';
import { trash } from './en/trash.ts';
import { uploads } from './en/uploads.ts';
import { viewer } from './en/viewer.ts';

/** English. */
export const en = { ...first, account, film, films, genres, lists, trash, uploads, viewer };

/** All that the app says. Every language says the same things, so English is what the others are held against. */
export type Texts = typeof en;
