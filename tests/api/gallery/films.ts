import { type Answer, type Caller, type MemberCaller, signUp } from './caller.ts';
import type { Gallery } from './start-gallery.ts';

interface Named {
  id: string;
  name: string;
}

export interface MovieBody {
  id: string;
  title: string;
  originalTitle: string;
  year: number;
  synopsis: string;
  language: string;
  runtimeMinutes: number | null;
  genres: (Named & { description?: string; language?: string })[];
  directors: (Named & {
    bio?: string;
    language?: string;
    bornYear?: number | null;
    diedYear?: number | null;
  })[];
  poster: {
    imageId: string;
    width: number;
    height: number;
    thumbnails: { width: number; url: string }[];
  } | null;
  isFavourite: boolean;
}

export interface ListBody extends Named {
  movieCount: number;
  includesMovie?: boolean;
}

export interface CountedName extends Named {
  movieCount: number;
}

/** What an answer carries, where it is not an image. */
export function bodyOf<T>(answer: Answer): T {
  return answer.body as unknown as T;
}

export function itemsOf<T>(answer: Answer): T[] {
  return bodyOf<{ items: T[] }>(answer).items;
}

/** Somebody who signed up and was made an administrator, as an operator does it in the database. */
export async function signUpAdmin(gallery: Gallery, name = 'admin'): Promise<MemberCaller> {
  const admin = await signUp(gallery.server, name);
  await gallery.app.db.updateTable('users').set({ is_admin: true }).where('id', '=', admin.id).execute();
  return admin;
}

export async function addMovie(admin: Caller, title: string, changes: object = {}): Promise<MovieBody> {
  const answer = await admin.call('POST', '/api/movies', { title, year: 1927, ...changes });
  if (answer.status !== 201) throw new Error(`The film was refused: ${answer.text}`);
  return bodyOf(answer);
}
