import { expressionBuilder, type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Viewer } from '../sessions/bearer.ts';
import type { OriginalFacts } from '../storage/original-metadata.ts';
import type { ImageTable, RenditionTable } from './image.table.ts';
import { isVisibleTo } from './image.visibility.ts';

export type ImageRow = Selectable<ImageTable>;

/** What its original carries with it. */
export function factsOf({ owner_id, filename, sha256 }: ImageRow): OriginalFacts {
  return { ownerId: owner_id, filename, sha256 };
}

/** An image with all that an answer shows of it. */
export type Image = Awaited<ReturnType<typeof findImagesByIds>>[number];

/** The one way to read images for answers; the callers add which. */
export function selectImages(db: Database) {
  return db
    .selectFrom('images')
    .innerJoin('users as owner', 'owner.id', 'images.owner_id')
    .selectAll('images')
    .select('owner.display_name as owner_display_name')
    .select([
      renditionsOfImage().as('renditions'),
      sql<string[]>`array(select tag from tags where tags.image_id = images.id order by tag)`.as('tags'),
    ]);
}

/** For the query of an image: the sizes of its renditions, the smallest first. */
export function renditionsOfImage() {
  return jsonArrayFrom(
    expressionBuilder<Tables, 'images'>()
      .selectFrom('renditions')
      .select(['renditions.width', 'renditions.height'])
      .whereRef('renditions.image_id', '=', 'images.id')
      .orderBy('renditions.width'),
  );
}

/** At most as many as ids are given; in no particular order. */
export function findImagesByIds(db: Database, ids: string[]) {
  return selectImages(db).where('images.id', 'in', ids).execute();
}

export function findVisibleImage(db: Database, viewer: Viewer, id: string): Promise<Image | undefined> {
  return selectImages(db)
    .where('images.id', '=', id)
    .where((eb) => isVisibleTo(eb, viewer))
    .executeTakeFirst();
}

function imagesBySha256(db: Database, ownerId: string, sha256: Buffer) {
  return db.selectFrom('images').selectAll().where('owner_id', '=', ownerId).where('sha256', '=', sha256);
}

export function findImageBySha256(
  db: Database,
  ownerId: string,
  sha256: Buffer,
): Promise<ImageRow | undefined> {
  return imagesBySha256(db, ownerId, sha256).executeTakeFirst();
}

/** Others who change the same image wait until this transaction ends. */
export function lockImageBySha256(
  trx: Database,
  ownerId: string,
  sha256: Buffer,
): Promise<ImageRow | undefined> {
  return imagesBySha256(trx, ownerId, sha256).forUpdate().executeTakeFirst();
}

function ownImages(db: Database, ownerId: string, id: string) {
  return db.selectFrom('images').selectAll().where('id', '=', id).where('owner_id', '=', ownerId);
}

export function findOwnImage(db: Database, ownerId: string, id: string): Promise<ImageRow | undefined> {
  return ownImages(db, ownerId, id).executeTakeFirst();
}

/** Others who change the same image wait until this transaction ends. */
export function lockOwnImage(trx: Database, ownerId: string, id: string): Promise<ImageRow | undefined> {
  return ownImages(trx, ownerId, id).forUpdate().executeTakeFirst();
}

export function lockImage(trx: Database, id: string): Promise<ImageRow | undefined> {
  return trx.selectFrom('images').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @returns `undefined` where the owner has an image with these bytes already */
export function insertImage(db: Database, image: Insertable<ImageTable>): Promise<ImageRow | undefined> {
  return db
    .insertInto('images')
    .values(image)
    .onConflict((conflict) => conflict.columns(['owner_id', 'sha256']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function updateImage(db: Database, id: string, changes: Updateable<ImageTable>): Promise<void> {
  await db.updateTable('images').set(changes).where('id', '=', id).execute();
}

export async function replaceTags(trx: Database, imageId: string, tags: string[]): Promise<void> {
  await trx.deleteFrom('tags').where('image_id', '=', imageId).execute();
  if (tags.length === 0) return;
  await trx
    .insertInto('tags')
    .values(tags.map((tag) => ({ image_id: imageId, tag })))
    .execute();
}

export async function replaceRenditions(
  trx: Database,
  imageId: string,
  renditions: Omit<RenditionTable, 'image_id'>[],
): Promise<void> {
  await trx.deleteFrom('renditions').where('image_id', '=', imageId).execute();
  await trx
    .insertInto('renditions')
    .values(renditions.map(({ width, height, bytes }) => ({ image_id: imageId, width, height, bytes })))
    .execute();
}
