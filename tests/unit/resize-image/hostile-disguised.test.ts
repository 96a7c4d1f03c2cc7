import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { FORMATS, originalIn, SIZE } from './hostile/originals.ts';
import { seededRandom } from './hostile/random.ts';
import { expectSurvival } from './hostile/survival.ts';
import { useWarmProcess } from './hostile/warm-process.ts';

const SEED = 20_260_102;

const warm = useWarmProcess();

const FOREIGN: Readonly<Record<string, string | Buffer>> = {
  'SVG with a script': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'SVG that reads a file':
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]><svg>&f;</svg>',
  'XML of entities that multiply': `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">${'bcdefgh'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
    .join('')}]><l>&h;</l>`,
  'web page': '<!doctype html><script src="https://example.com/x.js"></script>',
  'PDF document': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF',
  'PostScript program': '%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n',
  'shell script': '#!/bin/sh\nrm -rf /\n',
  'PHP script': '<?php system($_GET["c"]); ?>',
  'ImageMagick script': 'push graphic-context\nviewbox 0 0 640 480\nfill "url(https://example.com/)"\n',
  'libvips picture': Buffer.concat([Buffer.from([0xb6, 0xa6, 0xf2, 0x08]), Buffer.alloc(500, 1)]),
  'PPM picture': 'P6 30000 30000 255\n',
  'OpenEXR picture': Buffer.concat([Buffer.from([0x76, 0x2f, 0x31, 0x01, 2]), Buffer.alloc(200)]),
  'ZIP archive': Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'), Buffer.alloc(500, 9)]),
  'gzip archive': gzipSync(Buffer.alloc(10_000_000)),
  'RAR archive': 'Rar!\x1a\x07\x01\0',
  '7z archive': '7z\xbc\xaf\x27\x1c\0\x04',
  'program for Linux': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), Buffer.alloc(200)]),
  'program for Windows': Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]),
  video: '\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41',
  zeros: Buffer.alloc(100_000),
  nothing: Buffer.alloc(0),
  'a line feed': '\n',
};

test.each(Object.keys(FOREIGN))('%s under the name of an image is refused', async (name) => {
  const content = FOREIGN[name]!;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  expect(await expectSurvival(warm, [{ name, bytes }])).toBe(0);
});

test('noise is refused, also after the first bytes of every format', async () => {
  const random = seededRandom(SEED);
  const noise = () => Buffer.from(Array.from({ length: 2000 }, () => Math.floor(random() * 256)));
  const originals = [{ name: 'noise', bytes: noise() }];
  for (const format of FORMATS) {
    const start = (await originalIn(format)).subarray(0, 32);
    originals.push({ name: `${format}, then noise`, bytes: Buffer.concat([start, noise()]) });
  }
  expect(await expectSurvival(warm, originals)).toBe(0);
});

test('a file that is a picture and something else at the same time is shown as the picture', async () => {
  const originals = [];
  for (const format of FORMATS) {
    const picture = await originalIn(format);
    for (const name of ['web page', 'PDF document', 'ZIP archive', 'PHP script', 'SVG with a script']) {
      const bytes = Buffer.concat([picture, Buffer.from(FOREIGN[name] as string, 'latin1')]);
      originals.push({ name: `${format} and ${name}`, bytes, size: SIZE });
    }
  }
  expect(await expectSurvival(warm, originals)).toBe(originals.length);
});

test('a picture of one format behind the first bytes of another is shown or refused', async () => {
  const originals = [];
  for (const one of FORMATS) {
    const start = (await originalIn(one)).subarray(0, 12);
    for (const other of FORMATS) {
      if (one === other) continue;
      const bytes = Buffer.concat([start, (await originalIn(other)).subarray(12)]);
      originals.push({ name: `${one}, then ${other}`, bytes });
    }
  }
  await expectSurvival(warm, originals);
});
