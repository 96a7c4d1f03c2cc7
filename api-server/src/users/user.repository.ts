import { type Selectable, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { UserTable } from './user.table.ts';

export type User = Selectable<UserTable>;

export interface NewUser {
  id: string;
  email: string;
  display_name: string;
  password_hash: string;
  is_admin?: boolean;
  is_unclaimed?: boolean;
}

/** @returns `undefined` where the address belongs to a member already */
export function insertUser(db: Database, user: NewUser): Promise<User | undefined> {
  return db
    .insertInto('users')
    .values(user)
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).where('left_at', 'is', null).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Upper and lower case do not matter. Who is unclaimed has no address. */
export function findUserByEmail(db: Database, email: string): Promise<User | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where(sql`lower(email)`, '=', sql<string>`lower(${email})`)
    .where('left_at', 'is', null)
    .where('is_unclaimed', '=', false)
    .executeTakeFirst();
}

export async function hasMembers(db: Database): Promise<boolean> {
  const member = await db
    .selectFrom('users')
    .select('id')
    .where('left_at', 'is', null)
    .where('is_unclaimed', '=', false)
    .limit(1)
    .executeTakeFirst();
  return member !== undefined;
}

/** Keeps a member as they are, so that they cannot leave, until the transaction ends. */
export function lockMember(trx: Database, id: string): Promise<User | undefined> {
  return trx.selectFrom('users').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function getUser(db: Database, id: string): Promise<User> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function updateUser(
  db: Database,
  id: string,
  changes: { display_name?: string; password_hash?: string; left_at?: Date },
): Promise<User> {
  return db.updateTable('users').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

/**
 * Adds an image to what the member holds.
 *
 * @returns whether it fits; a member's asks wait for one another here, so that together they cannot exceed it
 */
export async function chargeUser(
  db: Database,
  id: string,
  bytes: number,
  maxBytes: number,
): Promise<boolean> {
  const charged = await db
    .updateTable('users')
    .set((eb) => ({ image_count: eb('image_count', '+', 1), image_bytes: eb('image_bytes', '+', bytes) }))
    .where('id', '=', id)
    .where(sql<number>`image_bytes + ${bytes}`, '<=', maxBytes)
    .executeTakeFirst();
  return charged.numUpdatedRows === 1n;
}

export async function refundUser(db: Database, id: string, images: number, bytes: number): Promise<void> {
  await db
    .updateTable('users')
    .set((eb) => ({
      image_count: eb('image_count', '-', images),
      image_bytes: eb('image_bytes', '-', bytes),
    }))
    .where('id', '=', id)
    .execute();
}
