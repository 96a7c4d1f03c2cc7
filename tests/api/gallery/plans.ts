import { type Database, openDatabase } from '@movieflix/api-server/database/database.ts';
import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';

/** What PostgreSQL does for the last query of a piece of work, as it is really asked. */
export async function planOf(pool: pg.Pool, work: (db: Database) => Promise<unknown>): Promise<string> {
  const statements: { text: string; values: unknown[] }[] = [];
  const spied = openDatabase(
    Object.assign(Object.create(pool), {
      connect: async () => {
        const client = await pool.connect();
        return {
          release: () => client.release(),
          query: (text: string, values: unknown[]) => {
            statements.push({ text, values });
            return client.query(text, values);
          },
        };
      },
    }),
  );
  await work(spied);
  const last = statements.at(-1);
  const plan = await pool.query(`explain (analyze, buffers, costs off) ${last?.text}`, last?.values);
  return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** How many blocks all of a plan reads. */
export function blocksOf(plan: string): number {
  const blocks = [...(/Buffers: shared([^\n]*)/.exec(plan)?.[1] ?? '').matchAll(/(?:hit|read)=(\d+)/g)];
  return blocks.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** A UUID like version 7 for an expression of a number: in the order of the numbers. */
export function numberedId(expression: string): string {
  return `('018f0000-0000-7000-8000-' || lpad(to_hex(${expression}), 12, '0'))::uuid`;
}

/** Runs the statements one after another, however long a busy machine takes for them. */
export async function fillTables(db: Database, statements: RawBuilder<unknown>[]): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    for (const statement of statements) await statement.execute(connection);
    await sql`reset statement_timeout`.execute(connection);
  });
}
