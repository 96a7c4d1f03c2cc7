import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { isByTaken, positionOf } from './image.cursor.ts';
import type { ListImages, Sort } from './image.schema.ts';

type Column = 'taken_at' | 'id';

export interface Order {
  columns: readonly Column[];
  direction: 'asc' | 'desc';
}

export function orderOf(sort: Sort): Order {
  return {
    columns: isByTaken(sort) ? ['taken_at', 'id'] : ['id'],
    direction: sort === 'newest' || sort === 'taken-newest' ? 'desc' : 'asc',
  };
}

/**
 * That images lie behind the cursor, or at the moment or behind it, as the order goes. Written so that an index of
 * the order is entered right there.
 *
 * @throws Refusal 400 for a broken cursor
 */
export function isOnPage(eb: ExpressionBuilder<Tables, 'images'>, { cursor, from, sort }: ListImages) {
  const isBackInTime = orderOf(sort).direction === 'desc';
  if (from !== undefined) return [eb('images.taken_at', isBackInTime ? '<=' : '>=', new Date(from))];
  if (cursor === undefined) return [];
  const { id, takenAt } = positionOf(cursor, sort);
  const beyond = isBackInTime ? '<' : '>';
  return takenAt === undefined
    ? [eb('images.id', beyond, id)]
    : [eb(eb.refTuple('images.taken_at', 'images.id'), beyond, eb.tuple(takenAt, id))];
}
