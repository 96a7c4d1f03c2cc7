import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { containing } from '../database/search-pattern.ts';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Viewer } from '../sessions/bearer.ts';
import { isOnPage, type Order, orderOf } from './image.order.ts';
import { type Image, selectImages } from './image.repository.ts';
import type { ListImages } from './image.schema.ts';
import { isWithin, type Reach, reachesOf } from './image.visibility.ts';

/**
 * One page of the images that a viewer sees. Each way of reaching images is an index scan that ends after a page;
 * the page is taken from both, and only its images are read whole.
 *
 * @returns up to one more than the limit, which tells that there is a next page
 * @throws Refusal 400 for a broken cursor, 401 where the filter speaks of "me" and nobody is signed in
 */
export async function listImages(db: Database, viewer: Viewer, filter: ListImages): Promise<Image[]> {
  const order = orderOf(filter.sort);
  const [first, ...others] = reachesThatMatch(viewer, filter).map((reach) =>
    db.selectFrom(placesWithin(db, reach, filter, order).as(reach.kind)).select(['taken_at', 'id']),
  );
  if (first === undefined) return [];
  const places = others.reduce((union, other) => union.union(other), first);
  return selectImages(db)
    .where('images.id', 'in', (eb) =>
      eb
        .selectFrom(places.as('reached'))
        .select('reached.id')
        .$call((query) =>
          order.columns.reduce(
            (sorted, column) => sorted.orderBy(`reached.${column}`, order.direction),
            query,
          ),
        )
        .limit(filter.limit + 1),
    )
    .$call((query) =>
      order.columns.reduce((sorted, column) => sorted.orderBy(`images.${column}`, order.direction), query),
    )
    .execute();
}

/** What of a filter tells whose images are wanted, and in which state. */
export type Reached = Pick<ListImages, 'owner' | 'visibility' | 'status' | 'trashed'>;

/** Leaves out a reach that cannot hold anything the filter wants. */
export function reachesThatMatch(viewer: Viewer, filter: Reached): Reach[] {
  const owner = ownerIdOf(viewer, filter);
  const isPublicPossible =
    !filter.trashed && (filter.status ?? 'ready') === 'ready' && filter.visibility !== 'private';
  return reachesOf(viewer).filter((reach) =>
    reach.kind === 'own'
      ? owner === undefined || owner === reach.memberId
      : isPublicPossible && (owner === undefined || owner !== viewer?.id),
  );
}

function placesWithin(db: Database, reach: Reach, filter: ListImages, { columns, direction }: Order) {
  return db
    .selectFrom('images')
    .select(['images.taken_at', 'images.id'])
    .where((eb) => eb.and([isWithin(eb, reach), ...isOnPage(eb, filter), ...conditions(eb, reach, filter)]))
    .$call((query) =>
      columns.reduce((sorted, column) => sorted.orderBy(`images.${column}`, direction), query),
    )
    .limit(filter.limit + 1);
}

export function conditions(
  eb: ExpressionBuilder<Tables, 'images'>,
  reach: Reach,
  filter: Omit<ListImages, 'limit' | 'sort'>,
) {
  const { q, tag, status, visibility, owner, movie } = filter;
  const trash = eb('images.trashed_at', filter.trashed ? 'is not' : 'is', null);
  const wanted = reach.kind === 'own' ? [trash] : [];
  if (q !== undefined) wanted.push(eb('images.search_text', 'like', containing(q)));
  if (status !== undefined) wanted.push(eb('images.status', '=', sql.lit(status)));
  if (visibility !== undefined) wanted.push(eb('images.visibility', '=', sql.lit(visibility)));
  if (owner !== undefined && reach.kind === 'public') wanted.push(eb('images.owner_id', '=', owner));
  if (movie !== undefined) wanted.push(eb('images.movie_id', '=', movie));
  if (tag !== undefined) {
    const tagged = eb.selectFrom('tags').select('tags.image_id').where('tags.tag', '=', tag);
    wanted.push(eb.exists(tagged.whereRef('tags.image_id', '=', 'images.id')));
  }
  return wanted;
}

function ownerIdOf(viewer: Viewer, { owner, trashed }: Reached): string | undefined {
  if (viewer === undefined && (owner === 'me' || trashed)) {
    throw new Refusal(401, 'sign-in-needed', 'Sign in to see your own images.');
  }
  return owner === 'me' ? viewer?.id : owner;
}
