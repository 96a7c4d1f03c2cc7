import { hash } from 'node:crypto';
import path from 'node:path';
import type { APIRequestContext } from 'playwright-core';
import sharp from 'sharp';
import { CHECKOUT } from '../../start/gallery-process.ts';
import { photo } from '../deeds.ts';
import type { Member } from './member.ts';

/** One that a member brings: cut to a shape out of a photograph of the repository, and taken at a time of its own. */
export interface Photograph {
  source: string;
  title: string;
  /** Pixels. */
  width: number;
  height: number;
  /** As EXIF has it; long ago, so that no page tells how long. */
  takenAt: string;
}

const SAMPLES = path.join(CHECKOUT, 'api-server/src/samples/photographs');
const LYING = { width: 1500, height: 1000 };
const WIDE = { width: 1600, height: 900 };
const STANDING = { width: 1000, height: 1500 };
const SQUARE = { width: 1200, height: 1200 };

export const PHOTOGRAPHS: Photograph[] = [
  { ...LYING, source: photo('canyon-wren.jpg'), title: 'Canyon wren', takenAt: '2024:09:14 08:12:00' },
  {
    ...STANDING,
    source: photo('extreme-desert-hike.jpg'),
    title: 'Desert hike',
    takenAt: '2024:09:14 11:40:00',
  },
  {
    ...WIDE,
    source: photo('valley-midnight.jpg'),
    title: 'Valley at midnight',
    takenAt: '2024:09:13 23:58:00',
  },
  { ...SQUARE, source: `${SAMPLES}/casa-mila.jpg`, title: 'Courtyard', takenAt: '2024:05:06 16:20:00' },
  {
    ...LYING,
    source: `${SAMPLES}/high-trestle-trail.jpg`,
    title: 'The bridge',
    takenAt: '2024:05:02 21:05:00',
  },
  {
    ...STANDING,
    source: `${SAMPLES}/piazza-gae-aulenti.jpg`,
    title: 'Tower',
    takenAt: '2023:11:19 12:00:00',
  },
  {
    ...WIDE,
    source: `${SAMPLES}/lake-sherburne.jpg`,
    title: 'The lake before sunrise',
    takenAt: '2023:07:30 05:10:00',
  },
  {
    ...LYING,
    source: `${SAMPLES}/blue-periwinkle.jpg`,
    title: 'Forget-me-not',
    takenAt: '2023:07:29 10:30:00',
  },
  { ...SQUARE, source: `${SAMPLES}/perched-osprey.jpg`, title: 'Osprey', takenAt: '2023:07:29 18:45:00' },
  {
    ...WIDE,
    source: `${SAMPLES}/singaporean-cityscape.jpg`,
    title: 'Singapore',
    takenAt: '2021:02:11 19:30:00',
  },
  {
    ...STANDING,
    source: `${SAMPLES}/beacon-street-sunset.jpg`,
    title: 'Beacon Street',
    takenAt: '2019:01:20 16:40:00',
  },
  {
    ...LYING,
    source: photo('valley-midnight.jpg'),
    title: 'The valley again',
    takenAt: '2019:01:02 23:10:00',
  },
];

export async function jpegOf({ source, width, height, takenAt }: Photograph): Promise<Buffer> {
  return sharp(source)
    .resize(width, height)
    .withExif({
      IFD0: { Make: 'Fujifilm', Model: 'X-T5' },
      IFD2: {
        DateTimeOriginal: takenAt,
        FNumber: '28/10',
        ExposureTime: '1/250',
        ISOSpeedRatings: '200',
        FocalLength: '35/1',
      },
    })
    .jpeg()
    .toBuffer();
}

/** @returns the id of the image */
export async function upload(
  request: APIRequestContext,
  member: Member,
  photograph: Photograph,
): Promise<string> {
  const body = await jpegOf(photograph);
  const ask = {
    filename: `${photograph.title}.jpg`,
    contentType: 'image/jpeg',
    bytes: body.length,
    sha256: hash('sha256', body),
  };
  const { imageId, upload: put } = await member.call<{
    imageId: string;
    upload: { url: string; headers: Record<string, string> };
  }>('POST', '/api/images', ask);
  const answer = await request.put(put.url, { data: body, headers: put.headers });
  if (!answer.ok()) throw new Error(`expected ${photograph.title} to be taken: ${await answer.text()}`);
  return imageId;
}
