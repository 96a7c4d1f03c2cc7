import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { claimUnclaimedMember } from './unclaimed-member.ts';
import { hasMembers, insertUser, type NewUser, type User } from './user.repository.ts';

/** Any number, so long as nothing else in this database locks on it. */
const FIRST_MEMBER_LOCK = 7_061_948;

/** Of all that decide whether somebody is the first one goes on, and the others when its transaction has ended. */
export async function lockFirstMember(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FIRST_MEMBER_LOCK})`.execute(trx);
}

/** Whether whoever signs up in this transaction is the gallery's first member; then nobody else is. */
export async function isFirstMember(trx: Database): Promise<boolean> {
  // Nearly always so, and then nobody has to wait.
  if (await hasMembers(trx)) return false;
  await lockFirstMember(trx);
  return !(await hasMembers(trx));
}

/**
 * Makes the first member, who runs the gallery. What is there without anybody's doing becomes theirs.
 *
 * @returns `undefined` where the address belongs to a member already
 */
export async function insertFirstMember(
  trx: Database,
  account: Pick<NewUser, 'email' | 'display_name' | 'password_hash'>,
): Promise<User | undefined> {
  return (
    (await claimUnclaimedMember(trx, account)) ??
    (await insertUser(trx, { id: uuid(), ...account, is_admin: true }))
  );
}
