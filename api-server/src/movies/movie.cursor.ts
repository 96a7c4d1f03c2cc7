import { validate } from 'uuid';
import { Refusal } from '../errors/refusal.ts';
import type { Movie } from './movie.repository.ts';
import type { MovieSort } from './movie.schema.ts';

/** Where a page ends: what its last film is sorted by, and its id. */
export interface MoviePlace {
  key: string | number;
  id: string;
}

export function placeOf(movie: Pick<Movie, 'id' | 'sort_title' | 'year'>, sort: MovieSort): MoviePlace {
  return { key: sort === 'title' ? movie.sort_title : movie.year, id: movie.id };
}

/** Opaque to clients. It holds the place itself, so that it stays valid when that film is changed or removed. */
export function cursorAt({ key, id }: MoviePlace, sort: MovieSort): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** @throws Refusal 400 where it is none, or one of another sort */
export function placeOfCursor(cursor: string, sort: MovieSort): MoviePlace {
  const parts = partsOf(cursor);
  if (parts !== undefined) {
    const [cursorSort, key, id] = parts;
    if (cursorSort === sort && isKey(key, sort) && validate(id)) return { key, id: String(id) };
  }
  throw new Refusal(
    400,
    'broken-cursor',
    'Expected the "nextCursor" of an earlier page of the same sort as "cursor", but it is none.',
  );
}

function partsOf(cursor: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.length === 3 ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the database can compare it with what the films are sorted by. */
function isKey(key: unknown, sort: MovieSort): key is string | number {
  if (sort === 'title') return typeof key === 'string' && !key.includes('\0');
  return Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;
}
