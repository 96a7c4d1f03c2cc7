import type { Database } from '../database/database.ts';
import { lockFirstMember } from '../users/first-member.ts';
import { insertUnclaimedMember } from '../users/unclaimed-member.ts';

/** The member whose the samples are: who runs the gallery, or as long as that is nobody the unclaimed member. */
export async function ensureSampleOwner(trx: Database): Promise<string> {
  await lockFirstMember(trx);
  const owner = await trx
    .selectFrom('users')
    .select('id')
    .where('left_at', 'is', null)
    .where('is_admin', '=', true)
    .orderBy('is_unclaimed', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const { id } = owner ?? (await insertUnclaimedMember(trx)) ?? {};
  if (id === undefined) throw new Error('Expected an unclaimed member to run the gallery, but it does not.');
  return id;
}
