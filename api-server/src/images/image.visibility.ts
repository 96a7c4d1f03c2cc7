import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Viewer } from '../sessions/bearer.ts';

/**
 * Who sees which images is decided here and nowhere else. A viewer reaches images in two ways: as their owner,
 * and as anybody. Listings scan one index for each, so the conditions are written as those indexes are.
 */
export type Reach = { kind: 'own'; memberId: string } | { kind: 'public' };

type Images = ExpressionBuilder<Tables, 'images'>;
type Condition = ExpressionWrapper<Tables, 'images', SqlBool>;

export function reachesOf(viewer: Viewer): Reach[] {
  return viewer === undefined
    ? [{ kind: 'public' }]
    : [{ kind: 'own', memberId: viewer.id }, { kind: 'public' }];
}

export function isWithin(eb: Images, reach: Reach): Condition {
  return reach.kind === 'own' ? eb('images.owner_id', '=', reach.memberId) : isPublic(eb);
}

export function isVisibleTo(eb: Images, viewer: Viewer): Condition {
  return eb.or(reachesOf(viewer).map((reach) => isWithin(eb, reach)));
}

function isPublic(eb: Images): Condition {
  return eb.and([
    // Literals, so that the planner sees that a partial index serves them.
    eb('images.visibility', '=', sql.lit('public')),
    eb('images.status', '=', sql.lit('ready')),
    eb('images.trashed_at', 'is', null),
    eb.exists(
      eb
        .selectFrom('users')
        .select(sql.lit(1).as('one'))
        .whereRef('users.id', '=', 'images.owner_id')
        .where('users.left_at', 'is', null),
    ),
  ]);
}
