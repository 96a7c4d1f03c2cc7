import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '../waiting/wait-for.ts';
import {
  type Caller,
  callerOf,
  type ImageBody,
  type MemberCaller,
  PASSWORD,
  signUp,
} from './gallery/caller.ts';
import { openEvents } from './gallery/event-stream.ts';
import { ask, someBytes } from './gallery/files.ts';
import { addMovie, bodyOf, type MovieBody, signUpAdmin } from './gallery/films.ts';
import { deliver, readyFinding, readyImage, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let admin: MemberCaller;
let ada: MemberCaller;
let eve: MemberCaller;
let visitor: Caller;
let movie: MovieBody;

beforeAll(async () => {
  gallery = await startGallery({ works: true });
  await gallery.server.start();
  admin = await signUpAdmin(gallery);
  ada = await signUp(gallery.server, 'ada');
  eve = await signUp(gallery.server, 'eve');
  visitor = callerOf(gallery.server);
});
beforeEach(async () => {
  movie = await addMovie(admin, 'Metropolis');
});
afterAll(() => gallery.close());

/** An image of the film: public unless it says otherwise. */
function imageOfMovie(owner: Caller, changes: object = {}): Promise<ImageBody> {
  return readyImage(gallery, owner, { movieId: movie.id, visibility: 'public', ...changes });
}

async function galleryOf(caller: Caller, query = ''): Promise<string[]> {
  const answer = await caller.call('GET', `/api/images?movie=${movie.id}${query}`);
  return answer.body.items.map(({ id }) => id);
}

async function posterFor(caller: Caller): Promise<string | undefined> {
  return bodyOf<MovieBody>(await caller.call('GET', `/api/movies/${movie.id}`)).poster?.imageId;
}

function setPoster(imageId: string | null) {
  return admin.call('PATCH', `/api/movies/${movie.id}`, { posterImageId: imageId });
}

function detach(caller: Caller, imageId: string, movieId = movie.id) {
  return caller.call('DELETE', `/api/movies/${movieId}/images/${imageId}`);
}

async function movieOf(owner: Caller, id: string): Promise<string | null> {
  return bodyOf<ImageBody>(await owner.call('GET', `/api/images/${id}`)).movieId;
}

test('members put their own images into any film, into another, and out again', async () => {
  const { id, movieId } = await readyImage(gallery, ada);
  expect(movieId).toBeNull();
  const other = await addMovie(admin, 'Another');
  for (const wanted of [movie.id, other.id, null]) {
    expect((await ada.call('PATCH', `/api/images/${id}`, { movieId: wanted })).body).toMatchObject({
      movieId: wanted,
    });
    expect(await movieOf(ada, id)).toBe(wanted);
  }
});

test('nobody puts the image of another into a film', async () => {
  const { id } = await readyImage(gallery, ada, { visibility: 'public' });
  for (const caller of [eve, admin]) {
    const refused = await caller.call('PATCH', `/api/images/${id}`, { movieId: movie.id });
    expect([refused.status, refused.body.code]).toEqual([404, 'image-not-found']);
  }
  expect(await movieOf(ada, id)).toBeNull();
});

test('a film that is not there takes no images, and nothing else of the change is done', async () => {
  const { id } = await readyImage(gallery, ada);
  const changes = { title: 'Never', movieId: crypto.randomUUID() };
  const refused = await ada.call('PATCH', `/api/images/${id}`, changes);
  expect([refused.status, refused.body.code]).toEqual([404, 'movie-not-found']);
  expect(bodyOf<ImageBody>(await ada.call('GET', `/api/images/${id}`))).toMatchObject({
    title: 'harbour',
    movieId: null,
  });
  const asked = await ask(ada, someBytes(), { movieId: crypto.randomUUID() });
  expect([asked.status, asked.body.code]).toEqual([404, 'movie-not-found']);
  expect((await ask(ada, someBytes(), { movieId: 'metropolis' })).status).toBe(400);
});

test('an upload to a film is in it from the start', async () => {
  const asked = await ask(ada, someBytes(), { movieId: movie.id });
  expect(asked.status).toBe(201);
  expect(asked.body.image).toMatchObject({ movieId: movie.id, status: 'pending' });
});

test('a picture that its member uploads to a film is put into it, also where they have it already', async () => {
  const bytes = someBytes();
  const { id } = (await ask(ada, bytes)).body.image;
  expect((await ask(ada, bytes, { movieId: movie.id })).body.image).toMatchObject({ id, movieId: movie.id });
  await deliver(gallery, successRecord(readyFinding(id)));
  const other = await addMovie(admin, 'Another');
  const again = await ask(ada, bytes, { movieId: other.id });
  expect([again.status, again.body.duplicate]).toEqual([200, true]);
  expect(again.body.image).toMatchObject({ id, movieId: other.id });
  expect((await ask(ada, bytes)).body.image).toMatchObject({ id, movieId: other.id });
  expect((await ask(ada, bytes, { movieId: crypto.randomUUID() })).body.code).toBe('movie-not-found');
});

test("a film's gallery shows everybody its public images and members their own besides", async () => {
  const mine = await imageOfMovie(ada, { visibility: 'private' });
  const shown = await imageOfMovie(ada);
  const hers = await imageOfMovie(eve);
  const trashed = await imageOfMovie(ada);
  await ada.call('DELETE', `/api/images/${trashed.id}`);
  await readyImage(gallery, ada, { visibility: 'public' });
  const pending = (await ask(ada, someBytes(), { movieId: movie.id })).body.image;
  await ada.call('PATCH', `/api/images/${pending.id}`, { visibility: 'public' });
  for (const caller of [visitor, admin]) expect(await galleryOf(caller)).toEqual([hers.id, shown.id]);
  expect(await galleryOf(ada)).toEqual([pending.id, hers.id, shown.id, mine.id]);
  expect(await galleryOf(ada, '&sort=oldest&limit=2')).toEqual([mine.id, shown.id]);
  expect(await galleryOf(ada, '&owner=me&visibility=private')).toEqual([mine.id]);
  expect(await galleryOf(visitor, `&owner=${eve.id}`)).toEqual([hers.id]);
  expect(await galleryOf(ada, '&trashed=true')).toEqual([trashed.id]);
});

test('the gallery of a film that nobody knows is empty, and of none is refused', async () => {
  const unknown = await visitor.call('GET', `/api/images?movie=${crypto.randomUUID()}`);
  expect(unknown.body.items).toEqual([]);
  expect((await visitor.call('GET', '/api/images?movie=metropolis')).status).toBe(400);
});

test('a poster is a public image of the film, shown to everybody with its sizes', async () => {
  const { id } = await imageOfMovie(ada);
  const set = await setPoster(id);
  expect(set.status).toBe(200);
  const { poster } = bodyOf<MovieBody>(await visitor.call('GET', `/api/movies/${movie.id}`));
  expect(poster).toMatchObject({ imageId: id, width: 1000, height: 500 });
  expect(poster?.thumbnails.map(({ width }) => width)).toEqual([320, 640]);
  expect((await visitor.call('GET', '/api/movies?limit=100')).text).toContain(`"imageId":"${id}"`);
  expect(bodyOf<MovieBody>(await setPoster(null)).poster).toBeNull();
});

test('what is not a public image of the film is no poster, and nothing tells what it is', async () => {
  const other = await addMovie(admin, 'Another');
  const pending = (await ask(ada, someBytes(), { movieId: movie.id })).body.image;
  await ada.call('PATCH', `/api/images/${pending.id}`, { visibility: 'public' });
  const trashed = await imageOfMovie(ada);
  await ada.call('DELETE', `/api/images/${trashed.id}`);
  const candidates = [
    (await imageOfMovie(ada, { visibility: 'private' })).id,
    (await imageOfMovie(admin, { visibility: 'private' })).id,
    (await imageOfMovie(ada, { movieId: other.id })).id,
    (await imageOfMovie(ada, { movieId: null })).id,
    pending.id,
    trashed.id,
    crypto.randomUUID(),
  ];
  const answers = await Promise.all(candidates.map(setPoster));
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    candidates.map(() => [409, 'not-a-poster']),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const added = await admin.call('POST', '/api/movies', {
    title: 'New',
    year: 2000,
    posterImageId: trashed.id,
  });
  expect([added.status, added.body.code]).toEqual([409, 'not-a-poster']);
  expect((await visitor.call('GET', '/api/movies?q=new')).body.items).toEqual([]);
});

test.each([
  ['private', (id: string) => ada.call('PATCH', `/api/images/${id}`, { visibility: 'private' })],
  ['trashed', (id: string) => ada.call('DELETE', `/api/images/${id}`)],
  ['put into no film', (id: string) => ada.call('PATCH', `/api/images/${id}`, { movieId: null })],
  ['taken out of the film', (id: string) => detach(admin, id)],
])('a poster that is %s is shown to nobody, not even its owner', async (_name, deed) => {
  const { id } = await imageOfMovie(ada);
  await setPoster(id);
  expect(await posterFor(visitor)).toBe(id);
  expect((await deed(id)).status).toBeLessThan(300);
  for (const caller of [visitor, ada, admin]) expect(await posterFor(caller)).toBeUndefined();
  expect((await visitor.call('GET', '/api/movies?limit=100')).text).not.toContain(id);
});

test('a poster that is removed for good, or whose owner leaves, leaves the film without one', async () => {
  const owner = await signUp(gallery.server);
  const first = await imageOfMovie(owner);
  await setPoster(first.id);
  await owner.call('DELETE', `/api/images/${first.id}`);
  expect((await owner.call('DELETE', `/api/images/${first.id}?permanent=true`)).status).toBe(204);
  expect(await posterFor(visitor)).toBeUndefined();
  const second = await imageOfMovie(owner);
  await setPoster(second.id);
  expect(await posterFor(visitor)).toBe(second.id);
  await owner.call('DELETE', '/api/users/me', { password: PASSWORD });
  expect(await posterFor(visitor)).toBeUndefined();
});

test('the owner takes an image out of a film, and an administrator one that they see', async () => {
  const own = await imageOfMovie(ada, { visibility: 'private' });
  expect((await detach(ada, own.id)).status).toBe(204);
  expect(await movieOf(ada, own.id)).toBeNull();
  const shown = await imageOfMovie(ada);
  expect((await detach(admin, shown.id)).status).toBe(204);
  expect(bodyOf<ImageBody>(await ada.call('GET', `/api/images/${shown.id}`))).toMatchObject({
    movieId: null,
    visibility: 'public',
    trashedAt: null,
  });
  expect(await galleryOf(ada)).toEqual([]);
});

test('others do not take an image out of a film, nor an administrator one that they do not see', async () => {
  const other = await addMovie(admin, 'Another');
  const hidden = await imageOfMovie(ada, { visibility: 'private' });
  const shown = await imageOfMovie(ada);
  const refused = [
    await detach(admin, hidden.id),
    await detach(eve, hidden.id),
    await detach(eve, shown.id),
    await detach(ada, shown.id, other.id),
    await detach(ada, crypto.randomUUID()),
  ];
  for (const answer of refused) expect([answer.status, answer.body.code]).toEqual([404, 'image-not-found']);
  expect((await detach(visitor, shown.id)).status).toBe(401);
  expect((await detach(ada, '1')).status).toBe(400);
  expect(await galleryOf(ada)).toEqual([shown.id, hidden.id]);
});

test("the owner's open browsers hear that an image was taken out of a film", async () => {
  const { id } = await imageOfMovie(ada);
  const stream = await openEvents(gallery.server, ada.token);
  await detach(admin, id);
  const { data } = await waitFor('the event', () =>
    stream.events.find((received) => received.event === 'image.changed' && received.data.image.id === id),
  );
  expect(data.image.movieId).toBeNull();
  stream.close();
});

test('a film that is removed leaves its images as they were, in no film', async () => {
  const shown = await imageOfMovie(ada);
  const hidden = await imageOfMovie(eve, { visibility: 'private' });
  await setPoster(shown.id);
  expect((await admin.call('DELETE', `/api/movies/${movie.id}`)).status).toBe(204);
  expect(bodyOf<ImageBody>(await visitor.call('GET', `/api/images/${shown.id}`))).toMatchObject({
    movieId: null,
  });
  expect(bodyOf<ImageBody>(await eve.call('GET', `/api/images/${hidden.id}`))).toMatchObject({
    movieId: null,
    visibility: 'private',
  });
});
