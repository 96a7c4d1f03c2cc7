import { Rejection } from '../rejection.ts';
import { boxes, contentOf } from './boxes.ts';

/** As many as libheif admits where it decodes; the largest photographs of phones have some hundred tiles. */
const MAX_ENTRIES = 1000;

/** Of `iinf`, before the number of its entries, which has two or four bytes by its version. */
const VERSION_BYTES = 4;

/**
 * Refuses a HEIC file of so many items, references or properties that only reading its header would take minutes:
 * libheif looks every item up in the list of all references.
 *
 * @throws Rejection `broken`
 */
export function assertShortTables(heic: Buffer): void {
  const meta = contentOf(heic, 'meta').subarray(VERSION_BYTES);
  const items = contentOf(meta, 'iinf');
  const tables = [
    items.subarray(VERSION_BYTES + (items[0] === 0 ? 2 : 4)),
    contentOf(meta, 'iref').subarray(VERSION_BYTES),
    contentOf(contentOf(meta, 'iprp'), 'ipco'),
  ];
  if (tables.every(isShort)) return;
  throw new Rejection(
    'broken',
    `This HEIC file is put together of more than ${MAX_ENTRIES.toLocaleString('en')} parts, which is more than can be shown.`,
  );
}

function isShort(table: Buffer): boolean {
  let entries = 0;
  for (const _ of boxes(table)) {
    entries += 1;
    if (entries > MAX_ENTRIES) return false;
  }
  return true;
}
