import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Whether it was decided what the gallery begins with. */
export async function isDecided(db: Database): Promise<boolean> {
  const one = await db.selectFrom('samples').select('name').limit(1).executeTakeFirst();
  return one !== undefined;
}

/** Whether the gallery has nothing of its own. */
export async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from images) and not exists (select from movies) as empty`.execute(db);
  return rows[0]?.empty === true;
}

/** Whoever comes first decides. @param broughtAt null where they are yet to come */
export async function insertSamples(db: Database, names: string[], broughtAt: Date | null): Promise<void> {
  await db
    .insertInto('samples')
    .values(names.map((name) => ({ name, brought_at: broughtAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether it is yet to come; nobody else brings it until the transaction ends */
export async function lockAwaitedSample(trx: Database, name: string): Promise<boolean> {
  const awaited = await trx
    .selectFrom('samples')
    .select('name')
    .where('name', '=', name)
    .where('brought_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return awaited !== undefined;
}

export async function markBrought(trx: Database, name: string, now: Date): Promise<void> {
  await trx.updateTable('samples').set({ brought_at: now }).where('name', '=', name).execute();
}

export async function areAllBrought(db: Database, names: string[]): Promise<boolean> {
  const awaited = await db
    .selectFrom('samples')
    .select('name')
    .where('name', 'in', names)
    .where('brought_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return awaited === undefined;
}
