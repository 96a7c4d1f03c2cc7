import { photo } from '../photos.ts';
import { type Box, boxesIn, contentOf } from './boxes.ts';
import type { HeifItem } from './heif-writer.ts';

/** The pictures of coded-items.heic, without colour, for files that tests put together of them. */
export interface CodedItems {
  /** 128 x 128 each, row by row, of one photograph. */
  tiles: HeifItem[];
  /** 16 patches of 64 x 64, with 8 bits a channel. */
  patches: HeifItem;
  /** The same with 10 bits. */
  deepPatches: HeifItem;
  /** 128 x 128, opaque above and transparent below. */
  alpha: HeifItem;
}

export async function codedItems(): Promise<CodedItems> {
  const items = itemsIn(await photo('coded-items.heic'), 'hvc1');
  const [first, second, third, fourth, patches, deepPatches, , alpha] = items;
  return {
    tiles: [first!, second!, third!, fourth!],
    patches: patches!,
    deepPatches: deepPatches!,
    alpha: alpha!,
  };
}

/** The coded pictures of a file that libheif wrote, without colour. */
export function itemsIn(file: Buffer, type: 'hvc1' | 'av01'): HeifItem[] {
  const meta = contentOf(file, 'meta').subarray(4);
  const properties = contentOf(meta, 'iprp');
  const all = boxesIn(contentOf(properties, 'ipco'));
  const places = placesOfProperties(contentOf(properties, 'ipma'));
  return extents(contentOf(meta, 'iloc')).map(({ id, offset, bytes }): HeifItem => {
    const own = (places.get(id) ?? []).map((place) => all[place - 1]!);
    return {
      type,
      data: file.subarray(offset, offset + bytes),
      properties: own.filter(describesSamples).map(({ whole }) => whole),
    };
  });
}

/** The decoder's configuration and the size. */
function describesSamples({ type }: Box): boolean {
  return type === 'hvcC' || type === 'av1C' || type === 'ispe';
}

// Both tables as the encoder wrote them: of version 0, with numbers of 4 bytes, one extent for each item.
const ENTRY_BYTES = 18;

function extents(iloc: Buffer): { id: number; offset: number; bytes: number }[] {
  return Array.from({ length: iloc.readUInt16BE(6) }, (_, index) => {
    const at = 8 + index * ENTRY_BYTES;
    return {
      id: iloc.readUInt16BE(at),
      offset: iloc.readUInt32BE(at + 4),
      bytes: iloc.readUInt32BE(at + 14),
    };
  });
}

/** The places of each item's properties, from 1; the highest bit says whether one is essential. */
function placesOfProperties(ipma: Buffer): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 8; at < ipma.length; at += 3 + ipma[at + 2]!) {
    const own = ipma.subarray(at + 3, at + 3 + ipma[at + 2]!);
    places.set(
      ipma.readUInt16BE(at),
      [...own].map((place) => place & 0x7f),
    );
  }
  return places;
}
