import { hash } from 'node:crypto';
import path from 'node:path';
import { readApiSettings } from '@movieflix/local/data-folder/api-settings.ts';
import pg from 'pg';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { CHECKOUT } from '../runner/run-program.ts';

const PHOTOGRAPHS = path.join(CHECKOUT, 'api-server/src/samples/photographs');
/** Shapes of the pictures, which take turns, and the photographs that are shown in them. */
export const SHAPES = [
  { width: 6000, height: 4000, photograph: 'casa-mila.jpg' },
  { width: 4000, height: 6000, photograph: 'beacon-street-sunset.jpg' },
  { width: 4000, height: 3000, photograph: 'lake-sherburne.jpg' },
  { width: 3000, height: 3000, photograph: 'blue-periwinkle.jpg' },
  { width: 5120, height: 2880, photograph: 'piazza-gae-aulenti.jpg' },
];
/** Of the renditions that each has. */
export const WIDTHS = [320, 640];
const THUMBHASHES = [
  '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
  'YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw',
];

export interface ManyImages {
  count: number;
  /** ISO dates; the images are taken at even distances from the one to the other. */
  from: string;
  to: string;
}

/**
 * Gives a member as many ready images, as rows alone: no original and no rendition lies in the bucket. The first, named
 * `Photograph 1`, is the oldest.
 *
 * @param email of a member of the running gallery
 */
export async function insertManyImages(dataFolder: string, email: string, many: ManyImages): Promise<void> {
  const client = new pg.Client(readApiSettings(dataFolder)['DATABASE_URL']);
  await client.connect();
  try {
    const { count, from, to } = many;
    await client.query(IMAGES, [
      email,
      count,
      from,
      to,
      JSON.stringify(SHAPES),
      THUMBHASHES,
      idPrefixOf(email),
    ]);
    for (const width of WIDTHS) await client.query(RENDITIONS, [email, width]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const IMAGES = `
  insert into images (id, owner_id, filename, title, content_type, bytes, sha256, status, width, height, thumbhash, exif)
  select ($7 || lpad(to_hex(n), 12, '0'))::uuid, users.id, 'DSC_' || n || '.jpg',
    'Photograph ' || n, 'image/jpeg', 1000, sha256((users.id || ' ' || n)::bytea), 'ready',
    ($5::jsonb -> (n % jsonb_array_length($5)) ->> 'width')::integer,
    ($5::jsonb -> (n % jsonb_array_length($5)) ->> 'height')::integer,
    ($6::text[])[1 + n % cardinality($6::text[])],
    jsonb_build_object('takenAt', to_char(
      $3::timestamp + (n - 1) * (($4::timestamp - $3::timestamp) / greatest($2::integer - 1, 1)),
      'YYYY-MM-DD"T"HH24:MI:SS'))
  from users, generate_series(1, $2::integer) n where users.email = $1`;

const RENDITIONS = `
  insert into renditions (image_id, width, height, bytes)
  select images.id, $2::integer, $2::integer * images.height / images.width, 1000
  from images join users on users.id = images.owner_id where users.email = $1`;

/** The id of one of them. @param email the member's, as it is stored @param number the oldest is 1 */
export function idOfImage(email: string, number: number): string {
  return idPrefixOf(email) + number.toString(16).padStart(12, '0');
}

function idPrefixOf(email: string): string {
  return `${hash('md5', email).slice(0, 8)}-0000-7000-8000-`;
}

/** Answers the browser's requests for renditions with one real picture a shape and width. */
export async function serveManyPictures(page: Page): Promise<void> {
  const pictures = new Map<string, Promise<Buffer>>();
  await page.route(/\/renditions\/[^/]+\/\d+\.webp/, async (route) => {
    const [, id = '', width = ''] = /renditions\/([^/]+)\/(\d+)\.webp/.exec(route.request().url()) ?? [];
    const shape = Number.parseInt(id.slice(-12), 16) % SHAPES.length;
    const key = `${shape} ${width}`;
    if (!pictures.has(key)) pictures.set(key, drawPicture(shape, Number(width)));
    await route.fulfill({ contentType: 'image/webp', body: await pictures.get(key)! });
  });
}

/** The real picture that images of a shape have as their rendition of a width. @param shape index in {@link SHAPES} */
export function drawPicture(shape: number, width: number): Promise<Buffer> {
  const { width: fullWidth, height: fullHeight, photograph } = SHAPES[shape]!;
  return sharp(path.join(PHOTOGRAPHS, photograph))
    .autoOrient()
    .resize(width, Math.round((width * fullHeight) / fullWidth))
    .webp()
    .toBuffer();
}
