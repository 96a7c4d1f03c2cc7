import { uint32 } from './bytes.ts';
import { box } from './heif/boxes.ts';
import { exifSegment, withSegments } from './jpeg-writer.ts';
import { type TiffEntry, tiffOf } from './tiff-writer.ts';

/**
 * Raw camera files as their makers lay them out, with noise in place of a sensor's values. Real ones are tens of
 * megabytes and somebody's work; these have everything that a preview is found by.
 *
 * @param preview the JPEG of the camera, `thumbnail` a smaller one that every camera writes beside it
 */
export type RawWriter = (preview: Buffer, thumbnail: Buffer) => Buffer;

/** A lossless JPEG as CR2 and DNG have it: its frame is of type SOF3, 14 bits and larger than any preview. */
const SENSOR = Buffer.concat([
  Buffer.from('ffd8ffc4000400ffffc3000b0e2000200001001100ffda', 'hex'),
  Buffer.alloc(3000, 0x5a),
  Buffer.from('ffd9', 'hex'),
]);

const EXPOSURE: TiffEntry[] = [
  [0x829a, { rationals: [[1, 250]] }],
  [0x829d, { rationals: [[56, 10]] }],
  [0x8827, 400],
  [0x9003, '2025:08:09 10:11:12'],
  [0x920a, { rationals: [[85, 1]] }],
];

const PLACE: TiffEntry[] = [
  [1, 'S'],
  [
    2,
    {
      rationals: [
        [33, 1],
        [51, 1],
        [0, 1],
      ],
    },
  ],
  [3, 'E'],
  [
    4,
    {
      rationals: [
        [151, 1],
        [12, 1],
        [0, 1],
      ],
    },
  ],
];

/** Turned clockwise by a quarter when shown (Exif 3.0, 4.6.5.1). */
const ON_ITS_SIDE = 6;

function camera(make: string, model: string): TiffEntry[] {
  return [
    [271, make],
    [272, model],
    [274, ON_ITS_SIDE],
  ];
}

const LINKED: TiffEntry[] = [
  [0x8769, { directories: [EXPOSURE] }],
  [0x8825, { directories: [PLACE] }],
];

function interchange(jpeg: Buffer): TiffEntry[] {
  return [
    [513, { placed: jpeg }],
    [514, jpeg.length],
  ];
}

function strip(compression: number, photometric: number, bytes: Buffer): TiffEntry[] {
  return [
    [256, 8192],
    [257, 8192],
    [259, compression],
    [262, photometric],
    [273, { placed: bytes }],
    [279, bytes.length],
  ];
}

export const RAW_FILES: Readonly<Record<string, RawWriter>> = {
  'image/x-adobe-dng': (preview, thumbnail) =>
    tiffOf([
      [
        [254, 1],
        ...strip(7, 6, thumbnail),
        ...camera('Google', 'Pixel 9'),
        ...LINKED,
        [330, { directories: [strip(7, 32_803, SENSOR), [[254, 1], ...strip(7, 6, preview)]] }],
        [0xc612, Buffer.from([1, 4, 0, 0])],
      ],
    ]),
  'image/x-canon-cr2': (preview, thumbnail) =>
    tiffOf(
      [
        [...strip(6, 6, preview), ...camera('Canon', 'Canon EOS 5D Mark IV'), ...LINKED],
        interchange(thumbnail),
        strip(1, 2, Buffer.alloc(300)),
        strip(6, 32_803, SENSOR),
      ],
      { preamble: Buffer.from('CR\x02\0\0\0\0\0', 'latin1') },
    ),
  'image/x-canon-cr3': (preview, thumbnail) =>
    Buffer.concat([
      box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1')),
      box(
        'moov',
        uuid('85c0b687820f11e08111f4ce462b6a48', [
          box('CNCV', Buffer.from('CanonCR3_001/00.10.00/00.00.00')),
          box('CMT1', tiffOf([camera('Canon', 'Canon EOS R5')])),
          box('CMT2', tiffOf([EXPOSURE])),
          box('CMT3', tiffOf([[[1, 2]]])),
          box('CMT4', tiffOf([PLACE])),
          box('THMB', Buffer.alloc(16), thumbnail),
        ]),
      ),
      uuid('eaf42b5e1c984b88b9fbb7dc406e4d16', [Buffer.alloc(8), box('PRVW', Buffer.alloc(16), thumbnail)]),
      box('mdat', preview, Buffer.alloc(3000, 0x5a)),
    ]),
  'image/x-nikon-nef': (preview, thumbnail) =>
    tiffOf(
      [
        [
          [254, 1],
          ...strip(1, 2, Buffer.alloc(300)),
          ...camera('NIKON CORPORATION', 'NIKON Z 8'),
          [
            330,
            { directories: [interchange(preview), strip(34_713, 32_803, SENSOR), interchange(thumbnail)] },
          ],
          ...LINKED,
        ],
      ],
      { order: 'be' },
    ),
  'image/x-sony-arw': (preview, thumbnail) =>
    tiffOf([
      [
        [254, 1],
        ...interchange(preview),
        ...camera('SONY', 'ILCE-7M4'),
        [330, { directories: [strip(32_767, 32_803, SENSOR)] }],
        ...LINKED,
      ],
      interchange(thumbnail),
    ]),
  'image/x-olympus-orf': (preview, thumbnail) =>
    tiffOf(
      [
        [
          ...strip(1, 32_803, Buffer.alloc(3000, 0x5a)),
          ...camera('OLYMPUS CORPORATION', 'E-M1MarkIII'),
          [0x8769, { directories: [[...EXPOSURE, [0x927c, makerNote(preview, thumbnail)]]] }],
          [0x8825, { directories: [PLACE] }],
        ],
      ],
      { magic: 0x4f52 },
    ),
  'image/x-panasonic-rw2': (preview) =>
    tiffOf(
      [[[0x2e, preview], ...camera('Panasonic', 'DC-GH6'), ...LINKED, ...strip(34_316, 32_803, SENSOR)]],
      {
        magic: 0x55,
      },
    ),
  // Its facts are those of the preview, a JPEG as the camera would have written it.
  'image/x-fuji-raf': (preview) => {
    const jpeg = withSegments(preview, exifSegment(tiffOf([[...camera('FUJIFILM', 'X-T5'), ...LINKED]])));
    const header = Buffer.alloc(148);
    header.write('FUJIFILMCCD-RAW 0201FF392101X-T5', 'latin1');
    uint32.be(148, jpeg.length, 148 + jpeg.length, 3000).copy(header, 84);
    return Buffer.concat([header, jpeg, Buffer.alloc(3000, 0x5a)]);
  },
};

function makerNote(preview: Buffer, thumbnail: Buffer): Buffer {
  return Buffer.concat([Buffer.from('OM SYSTEM\0\0\0II\x04\0', 'latin1'), thumbnail, preview]);
}

function uuid(id: string, content: Buffer[]): Buffer {
  return box('uuid', Buffer.from(id, 'hex'), ...content);
}
