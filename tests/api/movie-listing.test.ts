import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, callerOf, type MemberCaller, signUp } from './gallery/caller.ts';
import { addMovie, bodyOf, itemsOf, type ListBody, type MovieBody, signUpAdmin } from './gallery/films.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const FILMS: [title: string, year: number, genres: string[], directors: string[], originalTitle?: string][] =
  [
    ['The General', 1926, ['Comedy', 'War'], ['Buster Keaton', 'Clyde Bruckman']],
    ['A Trip to the Moon', 1902, ['Science Fiction'], ['Georges Méliès'], 'Le Voyage dans la Lune'],
    ['Metropolis', 1927, ['Science Fiction', 'Drama'], ['Fritz Lang']],
    ['Élan vital', 1927, ['Drama'], ['Zoë Ångström']],
    ['An Eye for an Eye', 1927, ['Drama'], ['Fritz Lang']],
    ['Up 100%', 2009, [], []],
  ];

let gallery: Gallery;
let admin: MemberCaller;
let member: MemberCaller;
let visitor: Caller;
let list: string;
const movies = new Map<string, MovieBody>();

beforeAll(async () => {
  gallery = await startGallery();
  admin = await signUpAdmin(gallery);
  member = await signUp(gallery.server);
  visitor = callerOf(gallery.server);
  for (const [title, year, genres, directors, originalTitle = ''] of FILMS) {
    movies.set(title, await addMovie(admin, title, { year, genres, directors, originalTitle }));
  }
  for (const title of ['Metropolis', 'The General']) {
    await member.call('PUT', `/api/favourites/${movies.get(title)?.id}`);
  }
  list = bodyOf<ListBody>(await member.call('POST', '/api/lists', { name: 'To watch' })).id;
  await member.call('PUT', `/api/lists/${list}/movies/${movies.get('Up 100%')?.id}`);
});
afterAll(() => gallery.close());

async function listed(caller: Caller, query = ''): Promise<string[]> {
  return itemsOf<MovieBody>(await caller.call('GET', `/api/movies${query}`)).map(({ title }) => title);
}

function idOf(kind: 'genres' | 'directors', name: string): string {
  const all = [...movies.values()].flatMap((movie) => movie[kind]);
  return all.find((candidate) => candidate.name === name)?.id ?? '';
}

const BY_TITLE = [
  'Élan vital',
  'An Eye for an Eye',
  'The General',
  'Metropolis',
  'A Trip to the Moon',
  'Up 100%',
];
const OF_1927 = ['Metropolis', 'Élan vital', 'An Eye for an Eye'];

test('films are sorted by title without its article, and by year, the same year in the order of their coming', async () => {
  expect(await listed(visitor)).toEqual(BY_TITLE);
  const oldest = ['A Trip to the Moon', 'The General', ...OF_1927, 'Up 100%'];
  expect(await listed(visitor, '?sort=oldest')).toEqual(oldest);
  expect(await listed(visitor, '?sort=newest')).toEqual(oldest.toReversed());
});

test.each([
  ['?q=metro', ['Metropolis']],
  ['?q=ELAN', ['Élan vital']],
  ['?q=%C3%A9lan', ['Élan vital']],
  ['?q=voyage', ['A Trip to the Moon']],
  ['?q=1926', ['The General']],
  ['?q=lang', ['An Eye for an Eye', 'Metropolis']],
  ['?q=melies', ['A Trip to the Moon']],
  ['?q=angstrom', ['Élan vital']],
  ['?q=e', ['Élan vital', 'An Eye for an Eye']],
  ['?q=up', ['Up 100%']],
  ['?q=z', ['Élan vital']],
  ['?q=100%25', ['Up 100%']],
  ['?q=%25', []],
  ['?q=___', []],
  ['?q=%5C', []],
  ['?q=nothing', []],
  ['?yearFrom=1927', ['Élan vital', 'An Eye for an Eye', 'Metropolis', 'Up 100%']],
  ['?yearTo=1926', ['The General', 'A Trip to the Moon']],
  ['?yearFrom=1926&yearTo=1927&sort=oldest', ['The General', ...OF_1927]],
  ['?yearFrom=2000&yearTo=1900', []],
  ['?favourite=true', ['The General', 'Metropolis']],
  ['?favourite=true&q=lang&sort=newest', ['Metropolis']],
])('the filter %s finds what it says', async (query, expected) => {
  expect(await listed(member, query)).toEqual(expected);
});

test('genre, director and list are filters too, alone and together', async () => {
  const drama = `genre=${idOf('genres', 'Drama')}`;
  const lang = `director=${idOf('directors', 'Fritz Lang')}`;
  expect(await listed(visitor, `?${drama}`)).toEqual(['Élan vital', 'An Eye for an Eye', 'Metropolis']);
  expect(await listed(visitor, `?${lang}&sort=newest`)).toEqual(['An Eye for an Eye', 'Metropolis']);
  expect(await listed(visitor, `?${drama}&${lang}&q=eye`)).toEqual(['An Eye for an Eye']);
  expect(await listed(visitor, `?genre=${crypto.randomUUID()}`)).toEqual([]);
  expect(await listed(member, `?list=${list}`)).toEqual(['Up 100%']);
});

test('a film that is found by its words and by its director is listed once', async () => {
  await addMovie(admin, 'Fritz Lang: a portrait', { year: 2015, directors: ['Fritz Lang'] });
  expect(await listed(visitor, '?q=fritz+lang&yearFrom=2015')).toEqual(['Fritz Lang: a portrait']);
  await admin.call(
    'DELETE',
    `/api/movies/${bodyOf<{ items: MovieBody[] }>(await visitor.call('GET', '/api/movies?q=portrait')).items[0]?.id}`,
  );
});

test("favourites and lists are the member's own, and nobody's who is not signed in", async () => {
  for (const query of ['?favourite=true', `?list=${list}`]) {
    const refused = await visitor.call('GET', `/api/movies${query}`);
    expect([refused.status, refused.body.code]).toEqual([401, 'sign-in-needed']);
  }
  const others = await admin.call('GET', `/api/movies?list=${list}`);
  expect([others.status, others.body.code]).toEqual([404, 'list-not-found']);
  expect(await listed(admin, '?favourite=true')).toEqual([]);
  const marks = async (caller: Caller) =>
    itemsOf<MovieBody>(await caller.call('GET', '/api/movies?q=metropolis')).map(
      (movie) => movie.isFavourite,
    );
  expect([await marks(member), await marks(admin), await marks(visitor)]).toEqual([[true], [false], [false]]);
});

async function pages(query: string, between: (page: number) => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let page = 1; cursor !== null; page++) {
    const answer = await visitor.call('GET', `/api/movies?limit=1${query}${cursor && `&cursor=${cursor}`}`);
    const body = bodyOf<{ items: MovieBody[]; nextCursor: string | null }>(answer);
    seen.push(...body.items.map(({ title }) => title));
    cursor = body.nextCursor;
    await between(page);
  }
  return seen;
}

test.each(['title', 'newest', 'oldest'])('pages in the order of %s show each film once', async (sort) => {
  const whole = await listed(visitor, `?sort=${sort}`);
  expect(await pages(`&sort=${sort}`, async () => undefined)).toEqual(whole);
  const searched = await listed(visitor, `?sort=${sort}&q=e`);
  expect(searched).toHaveLength(2);
  expect(await pages(`&sort=${sort}&q=e`, async () => undefined)).toEqual(searched);
});

test('a page goes on where the last one ended, also when that film is gone by then', async () => {
  const { id } = await addMovie(admin, 'Aardvark');
  const seen = await pages('', async (page) => page === 1 && admin.call('DELETE', `/api/movies/${id}`));
  expect(seen).toEqual(['Aardvark', ...BY_TITLE]);
});

test('a title of the longest kind has a cursor that works', async () => {
  const title = '🎬'.repeat(100);
  const { id } = await addMovie(admin, title, { year: 1900 });
  const { id: other } = await addMovie(admin, `${title.slice(2)}z`, { year: 1900 });
  const first = await visitor.call('GET', '/api/movies?yearTo=1900&limit=1');
  expect(first.status).toBe(200);
  const second = await visitor.call('GET', `/api/movies?yearTo=1900&limit=1&cursor=${first.body.nextCursor}`);
  expect(itemsOf<MovieBody>(second)).toHaveLength(1);
  for (const added of [id, other]) await admin.call('DELETE', `/api/movies/${added}`);
});

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const ID = '018f0000-0000-7000-8000-000000000001';

test.each([
  ['nothing', ''],
  ['no cursor', 'broken'],
  ['a cursor of another sort', cursorOf('newest', 1927, ID)],
  ['a cursor with more', cursorOf('title', 'x', ID, 1)],
  ['a cursor without an id', cursorOf('title', 'x', 'y')],
  ['a cursor whose id is a list', cursorOf('title', 'x', [ID])],
  ['a cursor with a key that is no text', cursorOf('title', 1, ID)],
  ['a cursor that the database cannot hold', cursorOf('title', 'a\0', ID)],
  ['a cursor without parts', Buffer.from('null').toString('base64url')],
  ['a cursor that is too long', 'A'.repeat(5000)],
])('%s as a cursor is refused', async (_name, cursor) => {
  const answer = await visitor.call('GET', `/api/movies?cursor=${cursor}`);
  expect([answer.status, answer.body.code]).toEqual([400, 'broken-cursor']);
});

test.each([cursorOf('oldest', 1e10, ID), cursorOf('oldest', 1927.5, ID), cursorOf('oldest', 'x', ID)])(
  'a year that is none is refused in a cursor: %s',
  async (cursor) => {
    const answer = await visitor.call('GET', `/api/movies?sort=oldest&cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'broken-cursor']);
  },
);

test.each([
  '?limit=0',
  '?limit=101',
  '?sort=best',
  '?genre=drama',
  '?director=lang',
  '?list=mine',
  '?yearFrom=0',
  '?yearTo=soon',
  '?favourite=maybe',
  '?q=',
  '?q=%00',
  '?colour=red',
])('the query %s is refused with a sentence', async (query) => {
  const answer = await member.call('GET', `/api/movies${query}`);
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  expect(answer.body.message.length).toBeGreaterThan(20);
});
