import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** What is compared of an image. */
export type ComparedRow = Awaited<ReturnType<ReturnType<typeof selectCompared>['execute']>>[number];

/** All images in the order of their ids, read a batch at a time. */
export async function* readImages(db: Database, batchSize: number): AsyncGenerator<ComparedRow> {
  let after: string | undefined;
  for (;;) {
    const query = selectCompared(db).orderBy('images.id').limit(batchSize);
    const rows = await (after === undefined ? query : query.where('images.id', '>', after)).execute();
    yield* rows;
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.id;
  }
}

/** @param isLocked others who change the image wait until the transaction ends */
export function findCompared(
  trx: Database,
  imageId: string,
  isLocked: boolean,
): Promise<ComparedRow | undefined> {
  const query = selectCompared(trx).where('images.id', '=', imageId);
  return (isLocked ? query.forUpdate('images') : query).executeTakeFirst();
}

function selectCompared(db: Database) {
  return db
    .selectFrom('images')
    .innerJoin('users as owner', 'owner.id', 'images.owner_id')
    .select([
      'images.id',
      'images.owner_id',
      'images.filename',
      'images.bytes',
      'images.status',
      'images.failure_reason',
      'images.pending_since',
      'owner.left_at as owner_left_at',
      sql<number[]>`array(select width from renditions where image_id = images.id order by width)`.as(
        'widths',
      ),
    ]);
}
