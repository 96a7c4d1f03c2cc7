import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp, { type Sharp } from 'sharp';
import { uint16, uint32 } from './bytes.ts';
import { box } from './heif/boxes.ts';
import { exifSegment, segment, withSegments } from './jpeg-writer.ts';
import { photo } from './photos.ts';
import { similarity } from './similarity.ts';
import { tiffOf } from './tiff-writer.ts';

const SIZE = { width: 330, height: 186 };

async function jpegOf(name: string, size = SIZE): Promise<Buffer> {
  return sharp(await photo(name))
    .resize(size.width, size.height, { fit: 'fill' })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** As long as a real one, and full of bytes that are markers in a JPEG. */
const MOVIE = Buffer.concat([
  box('ftyp', Buffer.from('mp42\0\0\0\0isommp42', 'latin1')),
  box('mdat', Buffer.from('ffd8ffe000104a46494600ffd9ffda'.repeat(20_000), 'hex')),
]);

function xmpSegment(attributes: string): Buffer {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description ${attributes}/></rdf:RDF></x:xmpmeta>`;
  return segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'latin1'));
}

/** The index of a multi-picture file (CIPA DC-007): the second picture begins at `offset` behind it. */
function multiPictureSegment(type: number, first: Buffer, second: Buffer, offset: number): Buffer {
  const entry = (attribute: number, bytes: number, at: number) =>
    Buffer.concat([uint32.le(attribute, bytes, at), uint16.le(0, 0)]);
  const entries = Buffer.concat([
    entry(0x2000_0000 + type, first.length, 0),
    entry(type, second.length, offset),
  ]);
  const index = tiffOf([
    [
      [0xb000, Buffer.from('0100')],
      [0xb001, 2],
      [0xb002, entries],
    ],
  ]);
  return segment(0xe2, Buffer.from('MPF\0', 'latin1'), index);
}

async function multiPicture(type: number, second: Buffer, ...more: Buffer[]): Promise<Buffer> {
  const first = await jpegOf('canyon-wren.jpg');
  const withIndex = (offset: number) =>
    withSegments(first, ...more, multiPictureSegment(type, first, second, offset));
  return Buffer.concat([withIndex(withIndex(0).length), second]);
}

const STEREO = 0x02_0002;

const ORIGINALS: readonly [string, () => Promise<Buffer>][] = [
  ['a stereo picture (MPO)', async () => multiPicture(STEREO, await jpegOf('valley-midnight.jpg'))],
  [
    'a JPEG with a large preview behind it',
    async () => multiPicture(0x01_0002, await jpegOf('valley-midnight.jpg', { width: 660, height: 372 })),
  ],
  [
    'a motion photo of Google',
    async () =>
      Buffer.concat([
        withSegments(
          await jpegOf('canyon-wren.jpg'),
          xmpSegment(
            `xmlns:Camera="http://ns.google.com/photos/1.0/camera/" Camera:MotionPhoto="1" Camera:MotionPhotoVersion="1" Camera:MotionPhotoPresentationTimestampUs="500000" Camera:MicroVideoOffset="${MOVIE.length}"`,
          ),
        ),
        MOVIE,
      ]),
  ],
  [
    'a motion photo of Samsung',
    async () =>
      Buffer.concat([
        await jpegOf('canyon-wren.jpg'),
        Buffer.from('\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data', 'latin1'),
        MOVIE,
        Buffer.from('SEFH\x6b\0\0\0\x01\0\0\0\0\0\x30\x0a', 'latin1'),
        uint32.le(MOVIE.length, MOVIE.length),
        uint32.le(24),
        Buffer.from('SEFT'),
      ]),
  ],
  [
    'a JPEG padded with zeros',
    async () => Buffer.concat([await jpegOf('canyon-wren.jpg'), Buffer.alloc(100_000)]),
  ],
];

test.each(ORIGINALS)('of %s the still is shown', async (_name, make) => {
  const { contentType, width, height, renditions } = await resizePicture(await make());
  expect({ contentType, width, height }).toEqual({ contentType: 'image/jpeg', ...SIZE });
  const { data, ...size } = renditions.at(-1)!;
  const reference = await sharp(await photo('canyon-wren.jpg'))
    .resize(size.width, size.height, { fit: 'fill' })
    .png()
    .toBuffer();
  expect(await similarity(data, reference)).toBeGreaterThan(0.9);
});

test('of a JPEG with a gain map (Ultra HDR) the picture of standard range is shown', async () => {
  // sharp's types lack it.
  type GainMapped = Sharp & { withGainMap(): Sharp };
  const photograph = sharp(await jpegOf('canyon-wren.jpg', { width: 640, height: 360 })) as GainMapped;
  const original = await photograph.withGainMap().jpeg({ quality: 95 }).toBuffer();
  const map = original.lastIndexOf(Buffer.from([0xff, 0xd8, 0xff]));
  expect(map).toBeGreaterThan(0);
  expect((await sharp(original).metadata()).gainMap).toBeDefined();
  const { width, height, renditions } = await resizePicture(original);
  expect({ width, height }).toEqual({ width: 640, height: 360 });
  const alone = await resizePicture(original.subarray(0, map));
  for (const [index, { data }] of renditions.entries())
    expect(data.equals(alone.renditions[index]!.data)).toBe(true);
});

test('the facts of a multi-picture file are those of its first picture', async () => {
  const of = (model: string) =>
    exifSegment(
      tiffOf([
        [
          [0x010f, 'Maker'],
          [0x0110, model],
        ],
      ]),
    );
  const second = withSegments(await jpegOf('valley-midnight.jpg'), of('Second'));
  expect((await resizePicture(await multiPicture(STEREO, second, of('First')))).exif.cameraModel).toBe(
    'First',
  );
});
