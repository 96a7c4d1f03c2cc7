import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readDestinationRecord } from '@movieflix/api-server/results/destination-record.ts';
import { handleResultMessage } from '@movieflix/api-server/results/result.message.ts';
import pino from 'pino';
import { signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import { failureRecord, readyFinding, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const ID = '0190a3f0-0000-7000-8000-000000000000';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.close());

/** The record with the times at which S3 says that its originals arrived. */
function arrivedAt(record: string, ...eventTimes: unknown[]): string {
  const changed = JSON.parse(record);
  const [known = {}] = changed.requestPayload.Records;
  changed.requestPayload.Records = eventTimes.map((eventTime) => ({ ...known, eventTime }));
  return JSON.stringify(changed);
}

/** What the API logs of a message. */
async function logOf(message: string): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const write = (line: Buffer, _: string, done: () => void) => {
    lines.push(line.toString());
    done();
  };
  await handleResultMessage({ ...gallery.app, log: pino(new Writable({ write })) }, message);
  return lines.map((line) => JSON.parse(line));
}

test('the log tells how long a picture took from its arrival', async () => {
  const { image } = (await ask(await signUp(gallery.server), someBytes())).body;
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  const [line] = await logOf(arrivedAt(successRecord(readyFinding(image.id)), aMinuteAgo));
  expect(line).toMatchObject({ msg: 'A result arrived.', applied: 'applied' });
  expect(line?.readyMilliseconds).toBeGreaterThanOrEqual(60_000);
  expect(line?.readyMilliseconds).toBeLessThan(90_000);
});

test('a record counts from the first of its originals', () => {
  const record = arrivedAt(successRecord(), '2026-11-23T05:45:02.000Z', '2026-11-23T05:45:01.000Z');
  expect(readDestinationRecord(record).arrivedAt).toEqual(new Date('2026-11-23T05:45:01.000Z'));
});

test('a record of a failure tells the time too', () => {
  const record = arrivedAt(failureRecord(ID), '2026-11-23T05:45:01.000Z');
  expect(readDestinationRecord(record)).toMatchObject({
    failedImageIds: [ID],
    arrivedAt: new Date('2026-11-23T05:45:01.000Z'),
  });
});

test.each([[undefined], ['yesterday'], [5], [null]])(
  'a record without a readable time counts all the same: %p',
  (time) => {
    expect(readDestinationRecord(arrivedAt(failureRecord(ID), time))).toMatchObject({
      failedImageIds: [ID],
      arrivedAt: undefined,
    });
    const finding = readyFinding(ID);
    expect(readDestinationRecord(arrivedAt(successRecord(finding), time)).findings).toEqual([finding]);
  },
);

test('a request that is no event of S3 does not hide its result', () => {
  const record = { ...JSON.parse(successRecord(readyFinding(ID))), requestPayload: 'a retry by hand' };
  expect(readDestinationRecord(JSON.stringify(record)).findings).toHaveLength(1);
});
