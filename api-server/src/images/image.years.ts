import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Viewer } from '../sessions/bearer.ts';
import { conditions, reachesThatMatch } from './image.listing.ts';
import type { ListYears } from './image.schema.ts';
import { isWithin, type Reach } from './image.visibility.ts';

export interface Year {
  year: number;
  /** From 1; the latest first. */
  months: number[];
}

/**
 * The months in which the images that a viewer sees were taken, the latest first. Each is one step down an index to the
 * next earlier image, so that it takes as long as there are months, not images.
 *
 * @throws Refusal 401 where the filter speaks of "me" and nobody is signed in
 */
export async function listYears(db: Database, viewer: Viewer, filter: ListYears): Promise<Year[]> {
  const reached = { ...filter, trashed: false };
  const months = await Promise.all(
    reachesThatMatch(viewer, reached).map((reach) => monthsWithin(db, reach, reached)),
  );
  const latestFirst = [...new Set(months.flat())].sort().reverse();
  return [...Map.groupBy(latestFirst, (month) => month.slice(0, 4))].map(([year, ofYear]) => ({
    year: Number(year),
    months: ofYear.map((month) => Number(month.slice(5))),
  }));
}

/** As `2024-05`. */
async function monthsWithin(db: Database, reach: Reach, filter: ListYears & { trashed: boolean }) {
  const latest = db
    .selectFrom('images')
    .select('images.taken_at')
    .where((eb) => eb.and([isWithin(eb, reach), ...conditions(eb, reach, filter)]))
    .orderBy('images.taken_at', 'desc')
    .limit(1);
  const earlier = latest.where('images.taken_at', '<', sql<Date>`steps.month`);
  const { rows } = await sql<{ month: string }>`
    with recursive steps(month) as (
      select date_trunc('month', (${latest}), 'UTC')
      union all
      select date_trunc('month', (${earlier}), 'UTC') from steps where month is not null
    )
    select to_char(month at time zone 'UTC', 'YYYY-MM') as month from steps where month is not null`.execute(
    db,
  );
  return rows.map(({ month }) => month);
}
