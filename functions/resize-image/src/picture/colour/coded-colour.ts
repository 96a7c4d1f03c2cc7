import { boxes, contentOf } from '../boxes.ts';

/** Colour as code points of ITU-T H.273. */
export interface CodedColour {
  primaries: number;
  transfer: number;
}

/** The bits of a property's place among all, where it has two bytes or one; the bit above says whether it is essential. */
const WIDE_PLACE = 0x7fff;
const NARROW_PLACE = 0x7f;

/**
 * How the primary picture of a HEIC or AVIF file codes its colour (ISO/IEC 23008-12, 6.5.5), where a property of it says
 * so by numbers and not by a profile.
 *
 * @throws RangeError where its boxes end early
 */
export function codedColourOf(heif: Buffer): CodedColour | undefined {
  const meta = contentOf(heif, 'meta').subarray(4);
  const properties = contentOf(meta, 'iprp');
  const associations = contentOf(properties, 'ipma');
  if (associations.length === 0) return undefined;
  const places = placesOfProperties(associations, primaryItem(contentOf(meta, 'pitm')));
  let place = 0;
  for (const { type, content } of boxes(contentOf(properties, 'ipco'))) {
    place += 1;
    if (place > WIDE_PLACE) return undefined;
    if (type !== 'colr' || !places.includes(place) || content.toString('latin1', 0, 4) !== 'nclx') continue;
    return { primaries: content.readUInt16BE(4), transfer: content.readUInt16BE(6) };
  }
  return undefined;
}

function primaryItem(pitm: Buffer): number {
  return pitm[0] === 0 ? pitm.readUInt16BE(4) : pitm.readUInt32BE(4);
}

/** The places, from 1, of an item's properties among all (ISO/IEC 14496-12, 8.11.14). */
function placesOfProperties(ipma: Buffer, item: number): number[] {
  const idBytes = ipma[0] === 0 ? 2 : 4;
  const isWide = (ipma[3]! & 1) === 1;
  const [placeBytes, placeBits] = isWide ? [2, WIDE_PLACE] : [1, NARROW_PLACE];
  let at = 8;
  for (let entry = 0; entry < ipma.readUInt32BE(4); entry += 1) {
    const id = ipma.readUIntBE(at, idBytes);
    const count = ipma.readUInt8(at + idBytes);
    at += idBytes + 1;
    if (id === item) {
      return Array.from(
        { length: count },
        (_, index) => ipma.readUIntBE(at + index * placeBytes, placeBytes) & placeBits,
      );
    }
    at += count * placeBytes;
  }
  return [];
}
