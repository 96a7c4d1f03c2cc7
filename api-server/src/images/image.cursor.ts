import { parse, stringify, validate } from 'uuid';
import { Refusal } from '../errors/refusal.ts';

/** Where a page ends: the id of its last image, which is also its place in time. Opaque to clients. */
export function cursorAfter(imageId: string): string {
  return Buffer.from(parse(imageId)).toString('base64url');
}

/** @throws Refusal 400 */
export function imageIdOfCursor(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const imageId = bytes.length === 16 && bytes.toString('base64url') === cursor ? hexId(bytes) : '';
  if (validate(imageId)) return imageId;
  throw new Refusal(
    400,
    'broken-cursor',
    'Expected the "nextCursor" of an earlier page as "cursor", but it is none.',
  );
}

function hexId(bytes: Buffer): string {
  try {
    return stringify(bytes);
  } catch {
    return '';
  }
}
