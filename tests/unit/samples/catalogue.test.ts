import { expect, test } from '@jest/globals';
import { changeDirectorSchema } from '@movieflix/api-server/directors/director.schema.ts';
import { changeGenreSchema } from '@movieflix/api-server/genres/genre.schema.ts';
import { newMovieSchema } from '@movieflix/api-server/movies/movie.schema.ts';
import catalogue from '@movieflix/api-server/samples/films.json' with { type: 'json' };
import type { ObjectSchema } from 'joi';

/** Films up to this year are out of copyright in the United States by their age alone. */
const OUT_OF_COPYRIGHT_UP_TO = 1929;

/** Later ones are because their copyright was not renewed, or because their prints had no valid notice of it. */
const WITHOUT_COPYRIGHT = [
  'His Girl Friday',
  'Detour',
  'The Hitch-Hiker',
  'House on Haunted Hill',
  'Carnival of Souls',
  'Charade',
  'Night of the Living Dead',
];

const { films, genres, directors } = catalogue;
const names = (items: { name: string }[]) => items.map(({ name }) => name);
const unique = (values: string[]) => [...new Set(values)].sort();

/** Nothing else than what the API itself takes, and just as it keeps it. */
function accepts(schema: ObjectSchema, item: object): void {
  expect(schema.validate(item, { convert: false }).error).toBeUndefined();
  expect(schema.validate(item).value).toEqual(item);
}

test.each(films)(
  '$title ($year) is a film as the API takes them, with a synopsis of some sentences',
  (film) => {
    accepts(newMovieSchema, film);
    expect(film.synopsis).toMatch(/^[^.]+\..+\.$/);
    expect(film.synopsis.length).toBeGreaterThan(100);
    expect(film.genres.length).toBeGreaterThan(0);
    expect(film.directors.length).toBeGreaterThan(0);
  },
);

test.each(genres)('the genre $name is one as the API takes them, with a description', (genre) => {
  accepts(changeGenreSchema, genre);
  expect(genre.description).toMatch(/\.$/);
});

test.each(directors)(
  '$name is a director as the API takes them, with years that can be and a sentence',
  (director) => {
    accepts(changeDirectorSchema, director);
    expect(director.bio).toMatch(/\.$/);
    const { bornYear, diedYear } = director;
    const firstFilm = Math.min(
      ...films.filter((film) => film.directors.includes(director.name)).map(({ year }) => year),
    );
    if (bornYear !== null) expect(firstFilm - bornYear).toBeGreaterThan(20);
    expect(diedYear).toBeGreaterThanOrEqual(firstFilm);
  },
);

test('every genre and director has a film, and every film has those that are described', () => {
  expect(unique(films.flatMap((film) => film.genres))).toEqual([...names(genres)].sort());
  expect(unique(films.flatMap((film) => film.directors))).toEqual([...names(directors)].sort());
});

test('no film, genre or director is there twice', () => {
  for (const all of [films.map(({ title }) => title), names(genres), names(directors)]) {
    expect(unique(all)).toHaveLength(all.length);
  }
});

test('every film is known to be in the public domain', () => {
  const later = films.filter(({ year }) => year > OUT_OF_COPYRIGHT_UP_TO).map(({ title }) => title);
  expect(later.sort()).toEqual([...WITHOUT_COPYRIGHT].sort());
});
