import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { createMovie } from '../movies/movie.service.ts';
import catalogue from './films.json' with { type: 'json' };
import type { Sample } from './sample.ts';

/** A small catalogue of films that are in the public domain in the United States. All of it comes at once. */
export const films: Sample = {
  name: 'films',
  bring: async (_app, trx) => {
    await insertGenres(trx);
    await insertDirectors(trx);
    for (const film of catalogue.films) await createMovie(trx, film);
  },
};

/** One that is there already keeps what is said of it. */
async function insertGenres(trx: Database): Promise<void> {
  await trx
    .insertInto('genres')
    .values(catalogue.genres.map((genre) => ({ id: uuid(), ...genre })))
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
}

async function insertDirectors(trx: Database): Promise<void> {
  const directors = catalogue.directors.map(({ name, bio, bornYear, diedYear }) => ({
    id: uuid(),
    name,
    bio,
    born_year: bornYear,
    died_year: diedYear,
  }));
  await trx
    .insertInto('directors')
    .values(directors)
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
}
