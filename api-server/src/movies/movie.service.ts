import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { replaceDirectorsOf } from '../directors/director.repository.ts';
import { movieNotFound, Refusal } from '../errors/refusal.ts';
import { replaceGenresOf } from '../genres/genre.repository.ts';
import type { Viewer } from '../sessions/bearer.ts';
import {
  deleteMovie,
  findMovie,
  insertMovie,
  lockMovie,
  type Movie,
  shareMovie,
  updateMovie,
} from './movie.repository.ts';
import type { ChangeMovie, NewMovie } from './movie.schema.ts';
import { isPublicImageOf } from './movie-image.repository.ts';

/** @throws Refusal 404 */
export async function getMovie(db: Database, viewer: Viewer, id: string): Promise<Movie> {
  const movie = await findMovie(db, viewer, id);
  if (movie === undefined) throw movieNotFound();
  return movie;
}

/**
 * For what is about to belong to a film: it cannot be removed until this transaction ends.
 *
 * @throws Refusal 404
 */
export async function keepMovie(trx: Database, id: string): Promise<void> {
  if ((await shareMovie(trx, id)) === undefined) throw movieNotFound();
}

/** @returns the id of the new film */
export async function createMovie(trx: Database, movie: NewMovie): Promise<string> {
  const id = uuid();
  await insertMovie(trx, { id, title: movie.title, year: movie.year, ...columnsOf(movie) });
  await changeBelongings(trx, id, movie);
  return id;
}

/** @throws Refusal 404, or 409 where the poster is not to be shown to everybody */
export async function changeMovie(trx: Database, id: string, changes: ChangeMovie): Promise<void> {
  if ((await lockMovie(trx, id)) === undefined) throw movieNotFound();
  const columns = columnsOf(changes);
  if (Object.keys(columns).length > 0) await updateMovie(trx, id, columns);
  await changeBelongings(trx, id, changes);
}

/**
 * Its images stay, as images of no film.
 *
 * @throws Refusal 404
 */
export async function removeMovie(db: Database, id: string): Promise<void> {
  if (!(await deleteMovie(db, id))) throw movieNotFound();
}

async function changeBelongings(
  trx: Database,
  id: string,
  { genres, directors, posterImageId }: ChangeMovie,
): Promise<void> {
  if (genres !== undefined) await replaceGenresOf(trx, id, genres);
  if (directors !== undefined) await replaceDirectorsOf(trx, id, directors);
  if (posterImageId === undefined) return;
  if (posterImageId !== null) await requirePublicImageOf(trx, id, posterImageId);
  await updateMovie(trx, id, { poster_image_id: posterImageId });
}

async function requirePublicImageOf(trx: Database, movieId: string, imageId: string): Promise<void> {
  if (await isPublicImageOf(trx, movieId, imageId)) return;
  throw new Refusal(
    409,
    'not-a-poster',
    'Expected an image of this film that is ready and public as its poster, but this one is not. Put it into the film and publish it first.',
  );
}

function columnsOf({ title, originalTitle, year, synopsis, language, runtimeMinutes }: ChangeMovie) {
  return {
    ...(title !== undefined && { title }),
    ...(originalTitle !== undefined && { original_title: originalTitle }),
    ...(year !== undefined && { year }),
    ...(synopsis !== undefined && { synopsis }),
    ...(language !== undefined && { language }),
    ...(runtimeMinutes !== undefined && { runtime_minutes: runtimeMinutes }),
  };
}
