import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import films from '@movieflix/api-server/samples/films.json' with { type: 'json' };
import photographs from '@movieflix/api-server/samples/photographs.json' with { type: 'json' };
import { waitFor } from '../waiting/wait-for.ts';
import {
  type GalleryProcess,
  newDataFolder,
  removeDataFolder,
  START_EMPTY,
  START_MS,
  startGallery,
} from './gallery-process.ts';

/** Only to end what hangs. */
const BROUGHT_MS = 60_000;

const dataFolder = newDataFolder();

afterEach(() => removeDataFolder(dataFolder));

interface Page {
  items: { title: string; owner: { displayName: string } }[];
}

async function listed(url: string, resource: 'images' | 'movies'): Promise<Page['items']> {
  const answer = await fetch(`${url}/api/${resource}?limit=100`);
  return ((await answer.json()) as Page).items;
}

function untilListed(url: string, resource: 'images' | 'movies', count: number): Promise<Page['items']> {
  const areListed = async () => {
    const items = await listed(url, resource);
    return items.length >= count && items;
  };
  return waitFor(`${count} ${resource}`, areListed, BROUGHT_MS);
}

async function signUp(url: string, name: string): Promise<{ id: string; isAdmin: boolean }> {
  const account = { email: `${name}@example.org`, password: 'a long enough password', displayName: name };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/users`, { method: 'POST', headers, body: JSON.stringify(account) });
  return ((await answer.json()) as { user: { id: string; isAdmin: boolean } }).user;
}

async function stop(gallery: GalleryProcess): Promise<void> {
  gallery.child.kill('SIGTERM');
  expect(await gallery.ended).toBe(0);
}

test(
  'a first start has films and photographs for everybody, and who signs up first gets them and runs it',
  async () => {
    const gallery = startGallery(dataFolder);
    const url = await gallery.ready();
    await untilListed(url, 'movies', films.films.length);
    expect(await untilListed(url, 'images', photographs.length)).toHaveLength(photographs.length);
    expect((await signUp(url, 'Ada')).isAdmin).toBe(true);
    expect((await signUp(url, 'Eve')).isAdmin).toBe(false);
    const owners = (await listed(url, 'images')).map(({ owner }) => owner.displayName);
    expect(new Set(owners)).toEqual(new Set(['Ada']));
    await stop(gallery);
  },
  START_MS + BROUGHT_MS,
);

test(
  '--empty starts with nothing, and a later start without it brings both as long as there is nothing',
  async () => {
    const empty = startGallery(dataFolder, {}, START_EMPTY);
    const url = await empty.ready();
    const settings = JSON.parse(readFileSync(path.join(dataFolder, 'api.json'), 'utf8'));
    expect(settings).toMatchObject({ SAMPLE_CONTENT: 'off' });
    expect((await signUp(url, 'Ada')).isAdmin).toBe(true);
    expect([await listed(url, 'movies'), await listed(url, 'images')]).toEqual([[], []]);
    await stop(empty);

    const later = startGallery(dataFolder);
    const images = await untilListed(await later.ready(), 'images', photographs.length);
    expect(new Set(images.map(({ owner }) => owner.displayName))).toEqual(new Set(['Ada']));
    await stop(later);
  },
  2 * START_MS + BROUGHT_MS,
);
