import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { insertUser, type NewUser, type User } from './user.repository.ts';

/** In the place of an address; it is none, so nobody can sign up or be written to with it. */
const NO_ADDRESS = 'unclaimed';
const NO_PASSWORD = 'none';
const DISPLAY_NAME = 'movieFlix';

/**
 * Makes the member who owns what is there before anybody, where there is none yet. Nobody can sign in to it.
 *
 * @returns `undefined` where there is one
 */
export function insertUnclaimedMember(db: Database): Promise<User | undefined> {
  return insertUser(db, {
    id: uuid(),
    email: NO_ADDRESS,
    display_name: DISPLAY_NAME,
    password_hash: NO_PASSWORD,
    is_admin: true,
    is_unclaimed: true,
  });
}

/**
 * Gives the unclaimed member to somebody. It keeps its id, so its images and what their originals say of their owner
 * stay true.
 *
 * @returns `undefined` where there is none
 */
export function claimUnclaimedMember(
  trx: Database,
  account: Pick<NewUser, 'email' | 'display_name' | 'password_hash'>,
): Promise<User | undefined> {
  return trx
    .updateTable('users')
    .set({ ...account, is_unclaimed: false, created_at: new Date() })
    .where('is_unclaimed', '=', true)
    .returningAll()
    .executeTakeFirst();
}
