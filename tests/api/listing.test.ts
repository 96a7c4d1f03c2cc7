import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, callerOf, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import { deliver, failureRecord, readyImage } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let ada: MemberCaller;
let eve: MemberCaller;
let visitor: Caller;
/** Name of each image by its id. */
const names = new Map<string, string>();

beforeAll(async () => {
  gallery = await startGallery();
  visitor = callerOf(gallery.server);
  ada = await signUp(gallery.server, 'ada');
  eve = await signUp(gallery.server, 'eve');
  const make = async (name: string, member: MemberCaller, changes: object) =>
    names.set((await readyImage(gallery, member, changes)).id, name);
  await make('ada public', ada, { visibility: 'public', title: 'Harbour 100%', tags: ['sea'] });
  await make('ada private', ada, { description: 'a_quiet night', tags: ['sea', 'night'] });
  await make('eve public', eve, { visibility: 'public', title: 'HARBOUR at dawn', tags: ['sea'] });
  await make('eve private', eve, { title: 'Harbour secrets' });
  await make('ada trashed', ada, { visibility: 'public' });
  await ada.call('DELETE', `/api/images/${idOf('ada trashed')}`);
  names.set((await ask(ada, someBytes())).body.image.id, 'ada pending');
  await ada.call('PATCH', `/api/images/${idOf('ada pending')}`, { visibility: 'public' });
  names.set((await ask(ada, someBytes())).body.image.id, 'ada failed');
  await deliver(gallery, failureRecord(idOf('ada failed')));
});
afterAll(() => gallery.close());

function idOf(name: string): string {
  return [...names].find(([, candidate]) => candidate === name)?.[0] ?? '';
}

async function listed(caller: Caller, query = ''): Promise<(string | undefined)[]> {
  const answer = await caller.call('GET', `/api/images${query}`);
  return answer.body.items.map((image) => names.get(image.id));
}

test('visitors see what is public and ready, newest first', async () => {
  expect(await listed(visitor)).toEqual(['eve public', 'ada public']);
  expect(await listed(visitor, '?sort=oldest')).toEqual(['ada public', 'eve public']);
});

test('members see their own besides, each image once', async () => {
  const own = ['ada failed', 'ada pending', 'eve public', 'ada private', 'ada public'];
  expect(await listed(ada)).toEqual(own);
  expect(await listed(eve)).toEqual(['eve private', 'eve public', 'ada public']);
});

test.each([
  ['?owner=me', ['ada failed', 'ada pending', 'ada private', 'ada public']],
  ['?status=pending', ['ada pending']],
  ['?status=failed', ['ada failed']],
  ['?status=ready', ['eve public', 'ada private', 'ada public']],
  ['?visibility=private', ['ada failed', 'ada private']],
  ['?visibility=public', ['ada pending', 'eve public', 'ada public']],
  ['?trashed=true', ['ada trashed']],
  ['?tag=SEA', ['eve public', 'ada private', 'ada public']],
  ['?tag=sea&owner=me', ['ada private', 'ada public']],
  ['?q=harBOUR', ['eve public', 'ada failed', 'ada pending', 'ada private', 'ada public']],
  ['?q=100%25', ['ada public']],
  ['?q=a_quiet', ['ada private']],
  ['?q=dawn', ['eve public']],
  ['?q=secret', []],
  ['?q=%5C', []],
])('the filter %s finds what it says', async (query, expected) => {
  const found = await listed(ada, query);
  expect([...found].sort()).toEqual([...expected].sort());
});

test('the images of another member are their public ones', async () => {
  expect(await listed(ada, `?owner=${eve.id}`)).toEqual(['eve public']);
  expect(await listed(visitor, `?owner=${ada.id}`)).toEqual(['ada public']);
  expect(await listed(visitor, `?owner=${crypto.randomUUID()}`)).toEqual([]);
});

test.each(['?owner=me', '?trashed=true'])('a visitor has nothing of their own at %s', async (query) => {
  const answer = await visitor.call('GET', `/api/images${query}`);
  expect([answer.status, answer.body.code]).toEqual([401, 'sign-in-needed']);
});

test.each([
  ['?cursor=broken', 'broken-cursor'],
  ['?cursor=', 'broken-cursor'],
  [`?cursor=${Buffer.alloc(16, 1).toString('base64url')}`, 'broken-cursor'],
  [`?cursor=${'A'.repeat(500)}`, 'broken-cursor'],
  ['?limit=0', 'invalid-input'],
  ['?limit=201', 'invalid-input'],
  ['?sort=best', 'invalid-input'],
  ['?owner=somebody', 'invalid-input'],
  ['?q=%00', 'invalid-input'],
  ['?colour=red', 'invalid-input'],
])('the query %s is refused with a sentence', async (query, code) => {
  const answer = await ada.call('GET', `/api/images${query}`);
  expect([answer.status, answer.body.code]).toEqual([400, code]);
  expect(answer.body.message.length).toBeGreaterThan(20);
});

test('paging shows each image once, whatever is added meanwhile', async () => {
  const member = await signUp(gallery.server);
  const before: string[] = [];
  for (let count = 0; count < 10; count++) before.unshift((await readyImage(gallery, member)).id);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await member.call('GET', `/api/images?owner=me&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.body.items.map((image) => image.id));
    cursor = page.body.nextCursor;
    await ask(member, someBytes());
  }
  expect(seen).toEqual(before);
});

test('paging from the oldest on ends where nothing is left', async () => {
  const first = await visitor.call('GET', '/api/images?sort=oldest&limit=1');
  const second = await visitor.call('GET', `/api/images?sort=oldest&limit=1&cursor=${first.body.nextCursor}`);
  expect([...first.body.items, ...second.body.items].map((image) => names.get(image.id))).toEqual([
    'ada public',
    'eve public',
  ]);
  expect(second.body.nextCursor).toBeNull();
});
