import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MAX_ITEMS, MAX_LISTS } from '@movieflix/api-server/movie-lists/movie-list.service.ts';
import { type Caller, callerOf, type MemberCaller, type Method, signUp } from './gallery/caller.ts';
import { addMovie, bodyOf, itemsOf, type ListBody, type MovieBody, signUpAdmin } from './gallery/films.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let admin: MemberCaller;
let visitor: Caller;
let member: MemberCaller;
let movie: MovieBody;
let other: MovieBody;

beforeAll(async () => {
  gallery = await startGallery();
  admin = await signUpAdmin(gallery);
  visitor = callerOf(gallery.server);
  movie = await addMovie(admin, 'Metropolis');
  other = await addMovie(admin, 'Nosferatu');
});
beforeEach(async () => {
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

async function makeList(name: string): Promise<ListBody> {
  const made = await member.call('POST', '/api/lists', { name });
  expect(made.status).toBe(201);
  return bodyOf(made);
}

async function lists(query = ''): Promise<ListBody[]> {
  return itemsOf(await member.call('GET', `/api/lists${query}`));
}

async function put(path: string): Promise<number> {
  return (await member.call('PUT', path)).status;
}

test('a favourite is one however often it is made one, and none however often it is taken back', async () => {
  const isFavourite = async () =>
    bodyOf<MovieBody>(await member.call('GET', `/api/movies/${movie.id}`)).isFavourite;
  for (let times = 0; times < 2; times++) expect(await put(`/api/favourites/${movie.id}`)).toBe(204);
  expect(await isFavourite()).toBe(true);
  expect(bodyOf<MovieBody>(await admin.call('GET', `/api/movies/${movie.id}`)).isFavourite).toBe(false);
  for (let times = 0; times < 2; times++) {
    expect((await member.call('DELETE', `/api/favourites/${movie.id}`)).status).toBe(204);
  }
  expect(await isFavourite()).toBe(false);
});

test('lists are made, shown by name, renamed and removed', async () => {
  const later = await makeList('Later');
  expect(later).toMatchObject({ name: 'Later', movieCount: 0 });
  await makeList('classics');
  expect((await lists()).map(({ name }) => name)).toEqual(['classics', 'Later']);
  const renamed = await member.call('PATCH', `/api/lists/${later.id}`, { name: 'LATER' });
  expect(renamed.body).toMatchObject({ id: later.id, name: 'LATER' });
  expect((await member.call('DELETE', `/api/lists/${later.id}`)).status).toBe(204);
  expect((await lists()).map(({ name }) => name)).toEqual(['classics']);
});

test('a film is in a list once, and the lists say so where they are asked', async () => {
  const { id } = await makeList('With');
  await makeList('Without');
  for (let times = 0; times < 2; times++) expect(await put(`/api/lists/${id}/movies/${movie.id}`)).toBe(204);
  expect(await put(`/api/lists/${id}/movies/${other.id}`)).toBe(204);
  expect(await lists(`?movie=${movie.id}`)).toMatchObject([
    { name: 'With', movieCount: 2, includesMovie: true },
    { name: 'Without', movieCount: 0, includesMovie: false },
  ]);
  expect((await lists())[0]).not.toHaveProperty('includesMovie');
  for (let times = 0; times < 2; times++) {
    expect((await member.call('DELETE', `/api/lists/${id}/movies/${movie.id}`)).status).toBe(204);
  }
  expect(await lists(`?movie=${movie.id}`)).toMatchObject([{ movieCount: 1, includesMovie: false }, {}]);
});

test('a name is taken once a member, whatever its case', async () => {
  await makeList('Noir');
  const second = await makeList('Blanc');
  const made = await member.call('POST', '/api/lists', { name: ' noir ' });
  expect([made.status, made.body.code]).toEqual([409, 'list-taken']);
  const renamed = await member.call('PATCH', `/api/lists/${second.id}`, { name: 'NOIR' });
  expect([renamed.status, renamed.body.code]).toEqual([409, 'list-taken']);
  expect((await admin.call('POST', '/api/lists', { name: 'Noir' })).status).toBe(201);
});

test('a member has at most a hundred lists, however many they begin at the same time', async () => {
  const names = Array.from({ length: MAX_LISTS - 3 }, (_, index) => `List ${index}`);
  await gallery.app.db
    .insertInto('movie_lists')
    .values(names.map((name) => ({ id: crypto.randomUUID(), user_id: member.id, name })))
    .execute();
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) => member.call('POST', '/api/lists', { name: `At once ${n}` })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'too-many-lists',
    message: 'Expected at most 100 lists, and you have as many already. Remove one first.',
  });
});

test('a list has at most a thousand films, however many are put there at the same time', async () => {
  const { id } = await makeList('Everything');
  const { db } = gallery.app;
  const films = Array.from({ length: MAX_ITEMS + 3 }, (_, index) => ({
    id: crypto.randomUUID(),
    title: `Film ${index}`,
    year: 2000,
  }));
  await db.insertInto('movies').values(films).execute();
  const inside = films.slice(6);
  await db
    .insertInto('movie_list_items')
    .values(inside.map((film) => ({ list_id: id, movie_id: film.id })))
    .execute();
  const answers = await Promise.all(
    films.slice(0, 6).map((film) => member.call('PUT', `/api/lists/${id}/movies/${film.id}`)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 204, 204, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('list-full');
  expect(await put(`/api/lists/${id}/movies/${inside[0]?.id}`)).toBe(204);
});

test("another member's lists are not there, for every verb, and a visitor has none", async () => {
  const { id } = await makeList('Mine');
  await put(`/api/lists/${id}/movies/${movie.id}`);
  const deeds: [Method, string, object?][] = [
    ['PATCH', `/api/lists/${id}`, { name: 'Yours' }],
    ['DELETE', `/api/lists/${id}`],
    ['PUT', `/api/lists/${id}/movies/${other.id}`],
    ['DELETE', `/api/lists/${id}/movies/${movie.id}`],
  ];
  for (const [method, path, payload] of deeds) {
    const answer = await admin.call(method, path, payload);
    expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'list-not-found']);
    expect((await visitor.call(method, path, payload)).status).toBe(401);
  }
  expect((await admin.call('GET', '/api/lists')).text).not.toContain('Mine');
  for (const [method, path] of [
    ['GET', '/api/lists'],
    ['PUT', `/api/favourites/${movie.id}`],
  ] as const) {
    expect((await visitor.call(method, path)).status).toBe(401);
  }
  expect(await lists(`?movie=${movie.id}`)).toMatchObject([
    { name: 'Mine', movieCount: 1, includesMovie: true },
  ]);
});

test('a film that is not there is neither a favourite nor in a list', async () => {
  const { id } = await makeList('Real');
  for (const path of [
    `/api/favourites/${crypto.randomUUID()}`,
    `/api/lists/${id}/movies/${crypto.randomUUID()}`,
  ]) {
    const answer = await member.call('PUT', path);
    expect([answer.status, answer.body.code]).toEqual([404, 'movie-not-found']);
  }
  for (const path of ['/api/favourites/1', `/api/lists/${id}/movies/1`, '/api/lists/1/movies/1']) {
    expect(await put(path)).toBe(400);
  }
});

test.each([
  ['no name', {}, '"name" is required.'],
  ['an empty name', { name: ' ' }, 'not allowed to be empty'],
  ['a name that is too long', { name: 'x'.repeat(101) }, '100 characters'],
  ['a name that the database cannot hold', { name: 'a\0b' }, 'U+0000'],
  ['the films at once', { name: 'a', movies: [] }, '"movies" is not allowed.'],
])('a list with %s is refused with a sentence', async (_name, payload, sentence) => {
  const answer = await member.call('POST', '/api/lists', payload);
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  expect(answer.body.message).toContain(sentence);
});

test('a film that is removed leaves the favourites and lists', async () => {
  const gone = await addMovie(admin, 'Gone');
  const { id } = await makeList('Left');
  await put(`/api/lists/${id}/movies/${gone.id}`);
  await put(`/api/favourites/${gone.id}`);
  expect((await admin.call('DELETE', `/api/movies/${gone.id}`)).status).toBe(204);
  expect(await lists()).toMatchObject([{ name: 'Left', movieCount: 0 }]);
  expect(itemsOf(await member.call('GET', '/api/movies?favourite=true'))).toEqual([]);
});
