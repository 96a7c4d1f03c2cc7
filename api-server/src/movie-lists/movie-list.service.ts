import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { isTaken } from '../database/database-errors.ts';
import { Refusal } from '../errors/refusal.ts';
import { keepMovie } from '../movies/movie.service.ts';
import { lockMember } from '../users/user.repository.ts';
import {
  countItemsOf,
  countListsOf,
  deleteItem,
  deleteListOf,
  findListOf,
  insertItem,
  insertList,
  lockListOf,
  type MovieList,
  renameListOf,
} from './movie-list.repository.ts';

export const MAX_LISTS = 100;
export const MAX_ITEMS = 1000;

/** @throws Refusal 404 also for a list of another member */
export async function getOwnList(db: Database, memberId: string, id: string): Promise<MovieList> {
  const list = await findListOf(db, memberId, id);
  if (list === undefined) throw listNotFound();
  return list;
}

/**
 * @returns the id of the new list
 * @throws Refusal 409 where the member has a list of this name, or as many lists as one may have
 */
export async function createList(trx: Database, memberId: string, name: string): Promise<string> {
  await lockMember(trx, memberId);
  if ((await countListsOf(trx, memberId)) >= MAX_LISTS) {
    const message = `Expected at most ${MAX_LISTS} lists, and you have as many already. Remove one first.`;
    throw new Refusal(409, 'too-many-lists', message);
  }
  const id = uuid();
  await insertList(trx, { id, user_id: memberId, name }).catch(refuseTakenName(name));
  return id;
}

/** @throws Refusal 404, or 409 where the member has another list of this name */
export async function renameList(db: Database, memberId: string, id: string, name: string): Promise<void> {
  const isRenamed = await renameListOf(db, memberId, id, name).catch(refuseTakenName(name));
  if (!isRenamed) throw listNotFound();
}

/** @throws Refusal 404 */
export async function removeList(db: Database, memberId: string, id: string): Promise<void> {
  if (!(await deleteListOf(db, memberId, id))) throw listNotFound();
}

/** @throws Refusal 404 where list or film is not there, 409 where the list is full */
export async function addToList(
  trx: Database,
  memberId: string,
  listId: string,
  movieId: string,
): Promise<void> {
  if ((await lockListOf(trx, memberId, listId)) === undefined) throw listNotFound();
  await keepMovie(trx, movieId);
  const isNew = await insertItem(trx, listId, movieId);
  if (isNew && (await countItemsOf(trx, listId)) > MAX_ITEMS) {
    const message = `Expected at most ${MAX_ITEMS} films in a list, and this one has as many already.`;
    throw new Refusal(409, 'list-full', message);
  }
}

/** @throws Refusal 404 where the list is not there */
export async function removeFromList(
  trx: Database,
  memberId: string,
  listId: string,
  movieId: string,
): Promise<void> {
  if ((await lockListOf(trx, memberId, listId)) === undefined) throw listNotFound();
  await deleteItem(trx, listId, movieId);
}

function listNotFound(): Refusal {
  return new Refusal(404, 'list-not-found', 'There is no such list, or it is not yours.');
}

function refuseTakenName(name: string) {
  return (error: unknown): never => {
    if (!isTaken(error)) throw error;
    const message = `Expected a name that no other list of yours has, but you have "${name}" already.`;
    throw new Refusal(409, 'list-taken', message);
  };
}
