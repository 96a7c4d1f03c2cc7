import films from '@movieflix/api-server/samples/films.json' with { type: 'json' };
import samples from '@movieflix/api-server/samples/photographs.json' with { type: 'json' };
import { readApiSettings } from '@movieflix/local/data-folder/api-settings.ts';
import pg from 'pg';
import type { APIRequestContext } from 'playwright-core';
import { waitFor } from '../../waiting/wait-for.ts';
import { PASSWORD } from '../deeds.ts';
import { ADMIN } from '../whole-gallery.ts';
import { type Member, signInOverApi, signUpOverApi } from './member.ts';
import { PHOTOGRAPHS, upload } from './photographs.ts';

/** Only to end what hangs. */
const READY_MS = 60_000;

/** What is looked at: what a first start brings, and what two members did with it. */
export interface Content {
  admin: Member;
  /** Has photographs, favourites, a list, and something in the trash. */
  member: Member;
  /** Addresses. */
  filmWithPictures: string;
  filmWithout: string;
  list: string;
}

interface Named {
  id: string;
  title: string;
}

/** Of a film that these photographs are put into; the last is its poster. */
const PICTURED = 'Sunrise';
const ITS_PICTURES = [
  'Lake Sherburne',
  'Osprey on a branch',
  'Sunset over Beacon Street',
  'In the courtyard of Casa Milà',
];
const KEPT = ['Metropolis', 'Nosferatu', 'The General', 'Charade', 'Sunrise'];

export async function makeContent(request: APIRequestContext, dataFolder: string): Promise<Content> {
  const admin = await signInOverApi(request, ADMIN);
  const member = await signUpOverApi(request, {
    email: 'ada@example.org',
    password: PASSWORD,
    displayName: 'Ada Lovelace',
  });
  const movies = await listed(admin, 'movies', films.films.length);
  const shown = await listed(admin, 'images', samples.length);
  await dateSamples(dataFolder);
  const filmId = idOf(movies, PICTURED);
  for (const title of ITS_PICTURES)
    await admin.call('PATCH', `/api/images/${idOf(shown, title)}`, { movieId: filmId });
  await admin.call('PATCH', `/api/movies/${filmId}`, { posterImageId: idOf(shown, ITS_PICTURES.at(-1)!) });
  for (const photograph of PHOTOGRAPHS) await upload(request, member, photograph);
  const own = await listed(member, 'images', PHOTOGRAPHS.length, '&owner=me');
  await member.call('DELETE', `/api/images/${own[0]!.id}`);
  await member.call('PATCH', `/api/images/${own[4]!.id}`, { visibility: 'public' });
  for (const title of KEPT) await member.call('PUT', `/api/favourites/${idOf(movies, title)}`);
  const list = await member.call<{ id: string }>('POST', '/api/lists', { name: 'For a dark night' });
  for (const title of KEPT) await member.call('PUT', `/api/lists/${list.id}/movies/${idOf(movies, title)}`);
  await member.call('POST', '/api/lists', { name: 'Sundays' });
  return {
    admin,
    member,
    filmWithPictures: `/films/${filmId}`,
    filmWithout: `/films/${idOf(movies, 'The General')}`,
    list: `/films?list=${list.id}`,
  };
}

/** The samples tell nothing of when they were taken, and so the gallery would show today. */
async function dateSamples(dataFolder: string): Promise<void> {
  const client = new pg.Client(readApiSettings(dataFolder)['DATABASE_URL']);
  await client.connect();
  try {
    await client.query("update images set created_at = '2025-04-12T10:00:00Z'");
  } finally {
    await client.end();
  }
}

/** Waits until as many are listed, and images are ready. */
async function listed(
  member: Member,
  resource: 'images' | 'movies',
  count: number,
  filter = '',
): Promise<Named[]> {
  const status = resource === 'images' ? '&status=ready' : '';
  const areListed = async () => {
    const { items } = await member.call<{ items: Named[] }>(
      'GET',
      `/api/${resource}?limit=100${status}${filter}`,
    );
    return items.length >= count && items;
  };
  return waitFor(`${count} ${resource}`, areListed, READY_MS);
}

function idOf(things: Named[], title: string): string {
  const found = things.find((thing) => thing.title === title);
  if (!found) throw new Error(`expected ${title} among ${things.map((thing) => thing.title).join(', ')}`);
  return found.id;
}
