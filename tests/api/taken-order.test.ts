import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type Caller, callerOf, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import { deliver, readyFinding, readyImage, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const CLOCKS = ['1999-12-31T23:59:59', '2019-06-01T12:00:00', '2019-06-01T12:00:01', '2024-02-29T08:30:00'];
const IMAGES = 12;

let gallery: Gallery;
let visitor: Caller;
let ada: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery();
  visitor = callerOf(gallery.server);
  ada = await signUp(gallery.server, 'ada');
});
afterAll(() => gallery.close());

function list(caller: Caller, query: Record<string, string | number>): Promise<Answer> {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return caller.call('GET', `/api/images?${search.join('&')}`);
}

const idsOf = ({ body }: Answer) => body.items.map(({ id }) => id);

async function setTakenAt(imageId: string, takenAt: string | undefined): Promise<void> {
  const exif = JSON.stringify({ takenAt });
  await gallery.app.db.updateTable('images').set({ exif }).where('id', '=', imageId).execute();
}

/** All pages from one on, in the order in which they come. */
async function follow(caller: Caller, query: Record<string, string | number>): Promise<string[]> {
  const page = await list(caller, query);
  const { nextCursor } = page.body;
  if (nextCursor === null) return idsOf(page);
  const { from: _from, ...rest } = query;
  return [...idsOf(page), ...(await follow(caller, { ...rest, cursor: nextCursor }))];
}

test('images stand in the order in which their cameras’ clocks took them, wherever that was', async () => {
  const member = await signUp(gallery.server);
  const take = async (takenAt?: string) => {
    const exif = takenAt === undefined ? {} : { takenAt };
    return (await readyImage(gallery, member, {}, { exif })).id;
  };
  const inOrder = [
    await take('1840-01-01T00:00:00'),
    await take('2024-05-06T07:00:00+02:00'),
    await take('2024-05-06T07:00:01'),
    await take('2024-05-06T07:00:02-10:00'),
    // A clock that is off, or none, tells nothing; their upload counts.
    await take('1801-01-01T00:00:00'),
    await take('2999-01-01T00:00:00'),
    await take(),
    (await ask(member, someBytes())).body.image.id,
  ];
  expect(idsOf(await list(member, { owner: 'me', sort: 'taken-oldest' }))).toEqual(inOrder);
  const newestFirst = await list(member, { owner: 'me', sort: 'taken-newest' });
  expect(idsOf(newestFirst)).toEqual(inOrder.toReversed());
  expect(newestFirst.body.items.map(({ takenAt }) => takenAt)).toEqual([
    null,
    null,
    null,
    null,
    '2024-05-06T07:00:02-10:00',
    '2024-05-06T07:00:01',
    '2024-05-06T07:00:00+02:00',
    '1840-01-01T00:00:00',
  ]);
});

test('a result that comes again with another time moves its image', async () => {
  const member = await signUp(gallery.server);
  const [first, second] = [await readyImage(gallery, member), await readyImage(gallery, member)];
  const exif = { takenAt: '2001-01-01T00:00:00' };
  await deliver(gallery, successRecord(readyFinding(second.id, { exif })));
  expect(idsOf(await list(member, { owner: 'me', sort: 'taken-newest' }))).toEqual([first.id, second.id]);
});

test('from any place paging leads over each image once, either way, however many have the same time', async () => {
  const member = await signUp(gallery.server);
  const ids: string[] = [];
  for (let count = 0; count < IMAGES; count++) ids.push((await readyImage(gallery, member)).id);
  const clock = fc.constantFrom(...CLOCKS);
  const clocks = fc.array(clock, { minLength: IMAGES, maxLength: IMAGES });
  const scene = fc.record({ clocks, limit: fc.integer({ min: 1, max: 5 }), moment: clock });
  await fc.assert(
    fc.asyncProperty(scene, async ({ clocks, limit, moment }) => {
      await Promise.all(ids.map((id, index) => setTakenAt(id, clocks[index])));
      const places = ids.map((id, index) => `${clocks[index]} ${id}`).sort();
      const oldestFirst = places.map((place) => place.slice(20));
      const own = { owner: 'me', limit };
      expect(await follow(member, { ...own, sort: 'taken-oldest' })).toEqual(oldestFirst);
      expect(await follow(member, { ...own, sort: 'taken-newest' })).toEqual(oldestFirst.toReversed());

      const from = `${moment}.000Z`;
      const isEarlier = (place: string) => place.slice(0, 19) <= moment;
      const onward = places.filter(isEarlier).map((place) => place.slice(20));
      expect(await follow(member, { ...own, sort: 'taken-newest', from })).toEqual(onward.toReversed());
      const page = await list(member, { ...own, sort: 'taken-newest', from });
      const { previousCursor } = page.body;
      expect(previousCursor === null).toBe(onward.length === 0);
      if (previousCursor === null) return;
      const back = await follow(member, { ...own, sort: 'taken-oldest', cursor: previousCursor });
      expect(back).toEqual(oldestFirst.slice(onward.length));
    }),
    { numRuns: 40 },
  );
});

test('a first page has none before it', async () => {
  expect((await list(ada, { sort: 'taken-newest' })).body.previousCursor).toBeNull();
});

test('a cursor of another order, and a moment where none belongs, are refused', async () => {
  const member = await signUp(gallery.server);
  await readyImage(gallery, member);
  await readyImage(gallery, member);
  const cursorOf = async (sort: string) =>
    (await list(member, { owner: 'me', limit: 1, sort })).body.nextCursor ?? '';
  const far = Buffer.concat([Buffer.alloc(8, 0x7f), Buffer.from(await cursorOf('newest'), 'base64url')]);
  for (const [query, code] of [
    [{ sort: 'newest', cursor: await cursorOf('taken-newest') }, 'broken-cursor'],
    [{ sort: 'taken-newest', cursor: await cursorOf('newest') }, 'broken-cursor'],
    [{ sort: 'taken-newest', cursor: far.toString('base64url') }, 'broken-cursor'],
    [{ sort: 'newest', from: '2024-01-01' }, 'invalid-input'],
    [{ sort: 'taken-newest', from: 'yesterday' }, 'invalid-input'],
    [{ sort: 'taken-newest', from: '2024-01-01', cursor: await cursorOf('taken-newest') }, 'invalid-input'],
  ] as const) {
    const answer = await list(member, query);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  }
});

test('years tell of the images that somebody sees, and of no others', async () => {
  const fresh = await startGallery();
  try {
    const [adaThere, eve] = [await signUp(fresh.server, 'ada'), await signUp(fresh.server, 'eve')];
    const make = async (member: Caller, takenAt: string, visibility = 'private') =>
      (await readyImage(fresh, member, { visibility }, { exif: { takenAt } })).id;
    await make(adaThere, '2019-06-30T23:59:59', 'public');
    await make(adaThere, '2019-06-01T00:00:00');
    await make(adaThere, '2019-01-01T00:00:00');
    const trashed = await make(adaThere, '2012-01-01T00:00:00', 'public');
    await adaThere.call('DELETE', `/api/images/${trashed}`);
    await make(eve, '2018-12-31T23:59:59', 'public');
    await make(eve, '2015-03-01T00:00:00');

    const years = async (caller: Caller, query = '') =>
      (await caller.call('GET', `/api/images/years${query}`)).body.items;
    const public2018 = { year: 2018, months: [12] };
    const stranger = callerOf(fresh.server);
    expect(await years(stranger)).toEqual([{ year: 2019, months: [6] }, public2018]);
    expect(await years(stranger, `?owner=${eve.id}`)).toEqual([public2018]);
    expect(await years(adaThere)).toEqual([{ year: 2019, months: [6, 1] }, public2018]);
    expect(await years(adaThere, '?owner=me')).toEqual([{ year: 2019, months: [6, 1] }]);
    expect(await years(adaThere, '?visibility=public')).toEqual([{ year: 2019, months: [6] }, public2018]);
    expect(await years(eve, '?owner=me')).toEqual([public2018, { year: 2015, months: [3] }]);
    const refused = await stranger.call('GET', '/api/images/years?owner=me');
    expect([refused.status, refused.body.code]).toEqual([401, 'sign-in-needed']);
  } finally {
    await fresh.close();
  }
});

test('a gallery without images has no years', async () => {
  expect((await visitor.call('GET', '/api/images/years')).body).toEqual({ items: [] });
});
