import { ListObjectsV2Command, type ListObjectsV2CommandInput, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKET, startTestCloud, type TestCloud } from './cloud/test-cloud.ts';

/** Any key that UTF-8 can carry; short ones of few letters, so that prefixes meet. */
const key = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', '/', 'é', '\u{1F600}', '\uFFFD', ' ', '+', '%', '&', '<', '~'),
    minLength: 1,
    maxLength: 6,
  }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
);

const byteOrder = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

async function putAll({ s3 }: TestCloud, keys: string[]): Promise<void> {
  await Promise.all(keys.map((Key) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }))));
}

/** Every page of a listing, names decoded. */
async function listAll({ s3 }: TestCloud, input: Partial<ListObjectsV2CommandInput>) {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let token: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof listPage>> = await listPage(token);
    const decode = (name: string | undefined) => decodeURIComponent((name ?? '').replaceAll('+', ' '));
    keys.push(...(page.Contents ?? []).map(({ Key }) => decode(Key)));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => decode(Prefix)));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return { keys, prefixes };

  function listPage(ContinuationToken: string | undefined) {
    return s3.send(
      new ListObjectsV2Command({ Bucket: BUCKET, EncodingType: 'url', ContinuationToken, ...input }),
    );
  }
}

/** What a listing has to say, by the definition. */
function model(keys: string[], prefix: string, delimiter: string, startAfter: string) {
  const listed = keys
    .filter((name) => name.startsWith(prefix) && byteOrder(name, startAfter) > 0)
    .sort(byteOrder);
  const rolled = (name: string) => {
    const end = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    return end < 0 ? undefined : name.slice(0, end + delimiter.length);
  };
  return {
    keys: listed.filter((name) => rolled(name) === undefined),
    prefixes: [...new Set(listed.map(rolled).filter((name) => name !== undefined))],
  };
}

test('listings follow the order of UTF-8 bytes, whatever the keys, pages, prefixes and delimiters', async () => {
  await using started = await startTestCloud();
  const keys = [...new Set(fc.sample(key, { numRuns: 400, seed: 7 }))].filter(
    (name) => name !== '.' && name !== '..',
  );
  await putAll(started, keys);
  const someKey = fc.constantFrom(...keys);
  const part = fc.tuple(someKey, fc.nat(8)).map(([name, length]) => [...name].slice(0, length).join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant(''), part),
      fc.constantFrom('', '/', 'a', 'é', '\u{1F600}'),
      fc.oneof(fc.constant(''), someKey, part),
      fc.constantFrom(1, 2, 7, 1000),
      async (prefix, delimiter, startAfter, maxKeys) => {
        const listed = await listAll(started, {
          Prefix: prefix,
          Delimiter: delimiter,
          MaxKeys: prefix === '' ? Math.max(maxKeys, 50) : maxKeys,
          ...(startAfter === '' ? {} : { StartAfter: startAfter }),
        });
        expect(listed).toEqual(model(keys, prefix, delimiter, startAfter));
      },
    ),
    { numRuns: 60 },
  );
});

test('an astral character stands behind U+FFFD, unlike in UTF-16', async () => {
  await using started = await startTestCloud();
  await putAll(started, ['\u{1F600}', '\uFFFD', 'z']);
  const { Contents } = await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['z', '\uFFFD', '\u{1F600}']);
});

test('keys that look like paths out of the folder are ordinary keys', async () => {
  await using started = await startTestCloud();
  const keys = ['../../etc/passwd', '..', '/absolute', 'a/../b', 'a//b', 'C:\\x', 'nul\u0000byte'];
  await putAll(started, keys);
  expect((await listAll(started, {})).keys).toEqual(keys.sort(byteOrder));
});

test('a key of 1024 bytes is taken, a longer one is refused', async () => {
  await using started = await startTestCloud();
  await putAll(started, ['é'.repeat(512)]);
  await expect(putAll(started, [`${'é'.repeat(512)}a`])).rejects.toMatchObject({ name: 'KeyTooLongError' });
});

test.each<[string, Partial<ListObjectsV2CommandInput>]>([
  ['continuation token', { ContinuationToken: '!!' }],
  ['page size', { MaxKeys: -1 }],
])('a broken %s is refused', async (_what, input) => {
  await using started = await startTestCloud();
  const listing = started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
  await expect(listing).rejects.toMatchObject({ name: 'InvalidArgument' });
});

test('an empty page and an empty bucket are no error', async () => {
  await using started = await startTestCloud();
  const empty = await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  expect(empty).toMatchObject({ KeyCount: 0, IsTruncated: false });
  await putAll(started, ['a']);
  const none = await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET, MaxKeys: 0 }));
  expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
});
