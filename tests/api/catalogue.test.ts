import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, callerOf, type MemberCaller, type Method, signUp } from './gallery/caller.ts';
import { addMovie, bodyOf, type CountedName, itemsOf, type MovieBody, signUpAdmin } from './gallery/films.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const METROPOLIS = {
  title: 'Metropolis',
  originalTitle: 'Metropolis (UFA)',
  year: 1927,
  synopsis: 'A city above, and a city below.',
  runtimeMinutes: 153,
  genres: ['Science Fiction', 'Drama'],
  directors: ['Fritz Lang'],
};

let gallery: Gallery;
let admin: MemberCaller;
let member: MemberCaller;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery();
  admin = await signUpAdmin(gallery);
  member = await signUp(gallery.server);
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

async function movie(id: string): Promise<MovieBody> {
  return bodyOf(await visitor.call('GET', `/api/movies/${id}`));
}

function namesOf(items: { name: string }[]): string[] {
  return items.map(({ name }) => name);
}

test('an administrator adds a film, and everybody sees it with its genres and directors', async () => {
  const { id } = await addMovie(admin, METROPOLIS.title, METROPOLIS);
  expect(await movie(id)).toMatchObject({
    ...METROPOLIS,
    genres: [
      { name: 'Drama', description: '' },
      { name: 'Science Fiction', description: '' },
    ],
    directors: [{ name: 'Fritz Lang', bio: '', bornYear: null, diedYear: null }],
    poster: null,
    isFavourite: false,
  });
});

test('title and year are all that a film needs', async () => {
  const { id } = await addMovie(admin, 'Sunrise', { year: 1928 });
  const bare = { originalTitle: '', synopsis: '', runtimeMinutes: null, genres: [], directors: [] };
  expect(await movie(id)).toMatchObject({ title: 'Sunrise', year: 1928, ...bare });
});

test('every field of a film changes, each alone too', async () => {
  const { id } = await addMovie(admin, 'Metropolis', METROPOLIS);
  const changes = { title: 'M', originalTitle: '', year: 1931, synopsis: 'A city looks for one man.' };
  const changed = await admin.call('PATCH', `/api/movies/${id}`, { ...changes, runtimeMinutes: null });
  expect(changed.body).toMatchObject({ ...changes, runtimeMinutes: null });
  expect(namesOf((await movie(id)).genres)).toEqual(['Drama', 'Science Fiction']);
  await admin.call('PATCH', `/api/movies/${id}`, { genres: ['Thriller'] });
  await admin.call('PATCH', `/api/movies/${id}`, { directors: [] });
  expect((await admin.call('PATCH', `/api/movies/${id}`, {})).status).toBe(200);
  expect(await movie(id)).toMatchObject({ ...changes, genres: [{ name: 'Thriller' }], directors: [] });
});

test('names that are known are found whatever their case, and directors keep their order', async () => {
  const first = await addMovie(admin, 'Wings', { genres: ['War'], directors: ['Mélanie Zöe', 'Ann Able'] });
  const second = await addMovie(admin, 'Wings II', {
    genres: ['wAR'],
    directors: ['ann able', 'MÉLANIE ZÖE'],
  });
  const [one, other] = [await movie(first.id), await movie(second.id)];
  expect(other.genres).toEqual(one.genres);
  expect(namesOf(one.directors)).toEqual(['Mélanie Zöe', 'Ann Able']);
  expect(other.directors).toEqual(one.directors.toReversed());
});

test('films that are added at the same time share the names that they bring', async () => {
  const names = ['Romance', 'Adventure', 'Comedy', 'Western'];
  const added = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((turn) => {
      const genres = [...names.slice(turn % 4), ...names.slice(0, turn % 4)];
      return addMovie(admin, `Rush ${turn}`, { genres, directors: genres.map((name) => `${name} Smith`) });
    }),
  );
  const ids = await Promise.all(
    added.map(async ({ id }) => (await movie(id)).genres.map((genre) => genre.id)),
  );
  expect(new Set(ids.flat()).size).toBe(4);
});

test('a film that is removed is gone for everybody', async () => {
  const { id } = await addMovie(admin, 'Lost', { genres: ['Lost Genre'], directors: ['Lost Director'] });
  expect((await admin.call('DELETE', `/api/movies/${id}`)).status).toBe(204);
  const gone = await visitor.call('GET', `/api/movies/${id}`);
  expect([gone.status, gone.body.code]).toEqual([404, 'movie-not-found']);
  for (const [method, payload] of [['PATCH', {}], ['DELETE']] as [Method, object?][]) {
    expect((await admin.call(method, `/api/movies/${id}`, payload)).body.code).toBe('movie-not-found');
  }
  for (const path of ['/api/genres', '/api/directors?limit=200']) {
    expect((await visitor.call('GET', path)).text).not.toContain('Lost');
  }
});

test('only administrators change the catalogue, and others are told so', async () => {
  const { id } = await addMovie(admin, 'Metropolis', METROPOLIS);
  const { genres, directors } = await movie(id);
  const deeds: [Method, string, object?][] = [
    ['POST', '/api/movies', { title: 'Mine', year: 2020 }],
    ['PATCH', `/api/movies/${id}`, { title: 'Mine' }],
    ['DELETE', `/api/movies/${id}`],
    ['PATCH', `/api/genres/${genres[0]?.id}`, { description: 'Mine' }],
    ['PATCH', `/api/directors/${directors[0]?.id}`, { bio: 'Mine' }],
  ];
  for (const [method, path, payload] of deeds) {
    const refused = await member.call(method, path, payload);
    expect([method, path, refused.status, refused.body.code]).toEqual([method, path, 403, 'admins-only']);
    expect((await visitor.call(method, path, payload)).body.code).toBe('sign-in-needed');
  }
  expect((await visitor.call('GET', '/api/movies?limit=100')).text).not.toContain('Mine');
  expect((await movie(id)).title).toBe('Metropolis');
});

test('who is made an administrator, or is one no longer, may do so from the next request on', async () => {
  const promoted = await signUp(gallery.server);
  const setAdmin = (is_admin: boolean) =>
    gallery.app.db.updateTable('users').set({ is_admin }).where('id', '=', promoted.id).execute();
  const add = async () => (await promoted.call('POST', '/api/movies', { title: 'New', year: 2001 })).status;
  expect(await add()).toBe(403);
  await setAdmin(true);
  expect(await add()).toBe(201);
  await setAdmin(false);
  expect(await add()).toBe(403);
});

test.each([
  ['no title', { year: 1927 }, '"title" is required.'],
  ['a title of blanks', { title: '  ', year: 1927 }, '"title"'],
  ['a title that is too long', { title: 'x'.repeat(201), year: 1927 }, '200 characters'],
  ['a title that the database cannot hold', { title: 'a\0b', year: 1927 }, 'U+0000'],
  ['no year', { title: 'A' }, '"year" is required.'],
  ['a year before films', { title: 'A', year: 1869 }, '1870, but received 1869'],
  ['a year that is no number', { title: 'A', year: 'MCMXXVII' }, 'received "MCMXXVII"'],
  ['half a minute', { title: 'A', year: 1927, runtimeMinutes: 0.5 }, 'must be an integer'],
  ['eleven genres', { title: 'A', year: 1927, genres: Array.from('abcdefghijk') }, '10 items'],
  ['a genre twice', { title: 'A', year: 1927, genres: ['War', 'WAR'] }, 'duplicate'],
  ['a genre without a name', { title: 'A', year: 1927, genres: [''] }, 'not allowed to be empty'],
  ['a director whose name is too long', { title: 'A', year: 1927, directors: ['x'.repeat(101)] }, '100 char'],
  ['a genre that is no text', { title: 'A', year: 1927, genres: [{ name: 'War' }] }, 'must be a string'],
  ['a language in words', { title: 'A', year: 1927, language: 'Deutsch' }, 'such as "en" or "pt-BR", but'],
  ['an unknown field', { title: 'A', year: 1927, rating: 5 }, '"rating" is not allowed.'],
])('adding a film with %s is refused with a sentence', async (_name, payload, sentence) => {
  const answer = await admin.call('POST', '/api/movies', payload);
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  expect(answer.body.message).toContain(sentence);
});

test('what is written of a film, its genres and directors is English until it is said to be otherwise', async () => {
  const names = { genres: ['Expressionism'], directors: ['Robert Wiene'] };
  const { id, ...film } = await addMovie(admin, 'Genuine', names);
  const english = { genres: [{ language: 'en' }], directors: [{ language: 'en' }] };
  expect(await movie(id)).toMatchObject({ language: 'en', ...english });

  const written = { synopsis: 'Ein Maler träumt.', language: 'de' };
  expect((await admin.call('PATCH', `/api/movies/${id}`, written)).body).toMatchObject(written);
  const genre = { description: 'Ce qui est peint.', language: 'fr-CA' };
  const changedGenre = await admin.call('PATCH', `/api/genres/${film.genres[0]?.id}`, genre);
  expect(changedGenre.body).toMatchObject(genre);
  const director = { bio: '生於布雷斯勞。', language: 'zh-Hant' };
  const changedDirector = await admin.call('PATCH', `/api/directors/${film.directors[0]?.id}`, director);
  expect(changedDirector.body).toMatchObject(director);
  await admin.call('PATCH', `/api/movies/${id}`, { year: 1920 });
  expect(await movie(id)).toMatchObject({ ...written, genres: [genre], directors: [director] });

  const { items } = bodyOf<{ items: MovieBody[] }>(await visitor.call('GET', '/api/movies?q=genuine'));
  expect(items).toMatchObject([written]);
  expect((await addMovie(admin, 'Torgus', written)).language).toBe('de');
});

test.each(['Deutsch', 'de_DE', 'en-', '', 'x', 'de-DE-more', 'en\n', null])(
  '%j is no language that a text can be in, and the refusal says what is',
  async (language) => {
    const { id, genres, directors } = await addMovie(admin, 'Metropolis', METROPOLIS);
    for (const [path, field] of [
      [`/api/movies/${id}`, 'synopsis'],
      [`/api/genres/${genres[0]?.id}`, 'description'],
      [`/api/directors/${directors[0]?.id}`, 'bio'],
    ] as const) {
      const refused = await admin.call('PATCH', path, { [field]: 'Not kept.', language });
      expect([path, refused.status, refused.body.code]).toEqual([path, 400, 'invalid-input']);
      expect(refused.body.message).toMatch(
        /^"language" (must be|is not allowed to be) .+, but received .+\.$/,
      );
    }
    expect((await visitor.call('GET', `/api/movies/${id}`)).text).not.toContain('Not kept.');
  },
);

test('names are kept as they are typed, whatever they would mean to a database', async () => {
  const title = `Robert'); drop table movies;-- \\ % _ "`;
  const names = [`O'Brien, "Al"`, '{a,b}', 'null', '\\'];
  const { id } = await addMovie(admin, title, { genres: names, directors: names });
  const seen = await movie(id);
  expect([seen.title, namesOf(seen.directors)]).toEqual([title, names]);
  expect(namesOf(seen.genres).toSorted()).toEqual(names.toSorted());
});

test('genres are described, renamed and counted', async () => {
  const { id } = await addMovie(admin, 'Nosferatu', { genres: ['Horror', 'Silent'] });
  await addMovie(admin, 'Vampyr', { genres: ['Horror'] });
  const find = async (name: string) =>
    itemsOf<CountedName>(await visitor.call('GET', '/api/genres')).find((genre) => genre.name === name);
  const horror = await find('Horror');
  expect([horror?.movieCount, (await find('Silent'))?.movieCount]).toEqual([2, 1]);
  const path = `/api/genres/${horror?.id}`;
  const changed = await admin.call('PATCH', path, { name: 'HORROR', description: 'Be afraid.' });
  expect(changed.body).toMatchObject({ name: 'HORROR', description: 'Be afraid.', movieCount: 2 });
  expect((await movie(id)).genres[0]).toEqual({
    id: horror?.id,
    name: 'HORROR',
    description: 'Be afraid.',
    language: 'en',
  });
  const taken = await admin.call('PATCH', path, { name: 'silent' });
  expect([taken.status, taken.body.code]).toEqual([409, 'genre-taken']);
  const unknown = await admin.call('PATCH', `/api/genres/${crypto.randomUUID()}`, { name: 'New' });
  expect([unknown.status, unknown.body.code]).toEqual([404, 'genre-not-found']);
});

test('directors are described, renamed, counted and found by a part of their name', async () => {
  const { id, directors } = await addMovie(admin, 'Le Voyage', { directors: ['Georges Méliès'] });
  const path = `/api/directors/${directors[0]?.id}`;
  const facts = { bio: 'A magician.', bornYear: 1861, diedYear: 1938 };
  expect((await admin.call('PATCH', path, facts)).body).toMatchObject({ ...facts, movieCount: 1 });
  expect((await movie(id)).directors).toEqual([{ ...directors[0], ...facts }]);
  expect((await admin.call('PATCH', path, { diedYear: null })).body).toMatchObject({
    bornYear: 1861,
    diedYear: null,
  });
  const found = async (query: string) =>
    namesOf(itemsOf<CountedName>(await visitor.call('GET', `/api/directors${query}`)));
  expect(await found('?q=melies')).toEqual(['Georges Méliès']);
  expect(await found('?q=g')).toEqual(['Georges Méliès']);
  expect(await found('?q=eorg')).toEqual(['Georges Méliès']);
  expect(await found('?q=e')).toEqual([]);
  expect(await found('?limit=1')).toHaveLength(1);
  const lang = itemsOf<CountedName>(await visitor.call('GET', '/api/directors?q=lang'))[0];
  const taken = await admin.call('PATCH', path, { name: lang?.name.toUpperCase() });
  expect([taken.status, taken.body.code]).toEqual([409, 'director-taken']);
  expect((await admin.call('PATCH', `/api/directors/${crypto.randomUUID()}`, {})).body.code).toBe(
    'director-not-found',
  );
  expect((await visitor.call('GET', '/api/directors?limit=201')).status).toBe(400);
});

test('years are those that have films, the latest first, with how many', async () => {
  await addMovie(admin, 'Early', { year: 1895 });
  await addMovie(admin, 'Early too', { year: 1895 });
  const years = itemsOf<{ year: number; movieCount: number }>(await visitor.call('GET', '/api/movies/years'));
  expect(years.at(-1)).toEqual({ year: 1895, movieCount: 2 });
  expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted((a, b) => b - a));
});

test('an id that is none is refused', async () => {
  for (const path of ['/api/movies/1', '/api/movies/years/1', '/api/genres/1', '/api/directors/1']) {
    const answer = await admin.call('PATCH', path, {});
    expect([path, answer.status]).toEqual([path, path.includes('years') ? 404 : 400]);
  }
});
