import { sql } from 'kysely';
import type { Application } from '../application.ts';
import { deleteExpiredSessions } from '../sessions/session.repository.ts';
import { sweepLeftMembers } from './left-members.sweep.ts';
import { sweepPending } from './pending.sweep.ts';
import { sweepRemovals } from './removals.sweep.ts';
import { sweepTrash } from './trash.sweep.ts';

/** Any number, so long as nothing else in this database locks on it. */
const SWEEP_LOCK = 7_061_947;

const STEPS: Readonly<Record<string, (app: Application, now: Date) => Promise<unknown>>> = {
  pending: sweepPending,
  trash: ({ db }, now) => sweepTrash(db, now),
  leftMembers: ({ db }, now) => sweepLeftMembers(db, now),
  removals: sweepRemovals,
  sessions: ({ db }, now) => deleteExpiredSessions(db, now),
  rateLimits: ({ db }, now) => db.deleteFrom('rate_limits').where('expire', '<', now.getTime()).execute(),
};

/**
 * Finishes what time or a crash has left: uploads that never came, trash, members who left, objects of what was
 * removed, expired sessions and limits. Every step can be stopped anywhere and goes on the next time.
 *
 * @returns whether it swept: only one process at a time does
 */
export async function sweep(app: Application, now: Date): Promise<boolean> {
  return app.db.connection().execute(async (connection) => {
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_lock(${SWEEP_LOCK}) as held`.execute(
      connection,
    );
    if (!lock.rows[0]?.held) return false;
    try {
      for (const [name, step] of Object.entries(STEPS)) {
        // What one step stumbles over must not keep the others from their work for ever.
        await step(app, now).catch((err: unknown) => app.log.error({ err, step: name }, 'A sweep failed.'));
      }
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${SWEEP_LOCK})`.execute(connection);
    }
  });
}
