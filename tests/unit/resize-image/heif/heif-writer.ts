import { uint16, uint32 } from '../bytes.ts';
import { box, fullBox } from './boxes.ts';

/** An item of a HEIF file: a coded picture, or one that is derived from others. */
export interface HeifItem {
  /** `hvc1` or `av01` of a coded picture, `grid` of one put together from tiles. */
  type: string;
  data: Buffer;
  /** Boxes, in the order in which they apply. */
  properties?: Buffer[];
  /** Such as `dimg` from a grid to its tiles; items are named by their place in the file, from 1. */
  references?: { type: string; to: number[] }[];
  /** Where it claims to lie, instead of where it does. */
  extent?: { offset: number; bytes: number };
}

/** A HEIF file (ISO/IEC 23008-12) whose items are numbered from 1; `primary` is the one that is shown. */
export function heifOf(items: HeifItem[], primary = 1, brand: 'heic' | 'avif' = 'heic'): Buffer {
  const file = box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1${brand}`, 'latin1'));
  const meta = (dataAt: number) =>
    fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, uint32.be(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, 0, uint16.be(primary)),
      itemLocations(items, dataAt),
      fullBox('iinf', 0, 0, uint16.be(items.length), ...items.map(itemInfo)),
      itemReferences(items),
      itemProperties(items),
    );
  const metaBytes = meta(0).length;
  const data = box('mdat', ...items.map((item) => item.data));
  return Buffer.concat([file, meta(file.length + metaBytes + 8), data]);
}

function itemLocations(items: HeifItem[], dataAt: number): Buffer {
  let at = dataAt;
  const locations = items.map(({ data, extent }, index) => {
    const { offset, bytes } = extent ?? { offset: at, bytes: data.length };
    at += data.length;
    // Of the file that it lies in, and in one extent.
    return Buffer.concat([uint16.be(index + 1, 0, 1), uint32.be(offset, bytes)]);
  });
  // Offsets and lengths of 4 bytes, without a base offset.
  return fullBox('iloc', 0, 0, Buffer.from([0x44, 0x00]), uint16.be(items.length), ...locations);
}

function itemInfo({ type }: HeifItem, index: number): Buffer {
  return fullBox('infe', 2, 0, uint16.be(index + 1, 0), Buffer.from(`${type}\0`, 'latin1'));
}

function itemReferences(items: HeifItem[]): Buffer {
  const references = items.flatMap(({ references: all = [] }, index) =>
    all.map(({ type, to }) => box(type, uint16.be(index + 1, to.length, ...to))),
  );
  return references.length === 0 ? Buffer.alloc(0) : fullBox('iref', 0, 0, ...references);
}

const ESSENTIAL = 0x8000;

function itemProperties(items: HeifItem[]): Buffer {
  // What items have in common stands there once, as encoders write it.
  const all = [...new Set(items.flatMap(({ properties = [] }) => properties))];
  const placeOf = new Map(all.map((property, index) => [property, index + 1]));
  const associations = items.map(({ properties = [] }, index) => {
    const places = properties.map((property) => ESSENTIAL + placeOf.get(property)!);
    return Buffer.concat([uint16.be(index + 1), Buffer.from([places.length]), uint16.be(...places)]);
  });
  // Flag 1: places of 15 bits.
  return box('iprp', box('ipco', ...all), fullBox('ipma', 0, 1, uint32.be(items.length), ...associations));
}

/** The size that an item announces. */
export function announcedSize(width: number, height: number): Buffer {
  return fullBox('ispe', 0, 0, uint32.be(width, height));
}

/** Turned anticlockwise by so many quarters. */
export function rotation(quarters: number): Buffer {
  return box('irot', Buffer.from([quarters]));
}

/** With its top and bottom exchanged (mode 0), or its left and right (mode 1; ISO/IEC 23008-12:2022, 6.5.12). */
export function mirror(exchanged: 'top-bottom' | 'left-right'): Buffer {
  return box('imir', Buffer.from([exchanged === 'top-bottom' ? 0 : 1]));
}

/** Colour as code points of ITU-T H.273, in full range. */
export function codedColour(primaries: number, transfer: number, matrix: number): Buffer {
  return box('colr', Buffer.from('nclx'), uint16.be(primaries, transfer, matrix), Buffer.from([0x80]));
}

export function colourProfile(icc: Buffer): Buffer {
  return box('colr', Buffer.from('prof'), icc);
}

/** What an auxiliary picture is for, as a URN. */
export function auxiliaryType(urn: string): Buffer {
  return fullBox('auxC', 0, 0, Buffer.from(`${urn}\0`, 'latin1'));
}

/** A picture of `rows` times `columns` tiles, cut to its size; `tiles` are the items' numbers, row by row. */
export function grid(
  rows: number,
  columns: number,
  size: { width: number; height: number },
  tiles: number[],
  properties: Buffer[] = [],
): HeifItem {
  // Flag 1: width and height of 32 bits.
  const data = Buffer.concat([
    Buffer.from([0, 1, rows - 1, columns - 1]),
    uint32.be(size.width, size.height),
  ]);
  const announced = announcedSize(size.width, size.height);
  const references = [{ type: 'dimg', to: tiles }];
  return { type: 'grid', data, properties: [announced, ...properties], references };
}
