import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runReconciliation } from '@movieflix/api-server/reconciliation/run-reconciliation.ts';
import { originalKey } from '@movieflix/contracts';
import { surroundingsOf } from './gallery/api-process.ts';
import { type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, someBytes, upload } from './gallery/files.ts';
import { deliver, readyFinding, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery();
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

/** Runs the command as an operator does, with changes to its environment. */
async function run(words: string[], changes: Record<string, string | undefined> = {}) {
  const environment = { ...surroundingsOf(gallery), ...changes };
  const said: string[] = [];
  const complained: string[] = [];
  const voice = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
  const code = await runReconciliation(words, () => environment, voice);
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

test('where nothing is wrong it says so and ends with 0', async () => {
  await ask(member, someBytes());
  const { code, said } = await run([]);
  expect(code).toBe(0);
  expect(said).toBe('Compared 1 images, 0 originals, 0 thumbnails.\nNothing is wrong.');
});

test('what it finds is a line each and a count at the end, and it ends with 1 while something is left', async () => {
  const { id } = await upload(member, someBytes(), { filename: 'lost.jpg' });
  await deliver(gallery, successRecord(readyFinding(id)));
  const { client, name } = gallery.app.bucket;
  await client.send(new DeleteObjectCommand({ Bucket: name, Key: originalKey(id) }));
  for (const words of [[], ['--mend']]) {
    const { code, said } = await run(words);
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      `original missing: ${id} "lost.jpg": lost, the bucket has no older version of it`,
      'Compared 2 images, 0 originals, 0 thumbnails.',
      'Found:',
      '  original missing: 1 cannot be mended',
    ]);
  }
});

test('its help says what each finding is, and that nothing changes without --mend', async () => {
  const { code, said } = await run(['--help'], { DATABASE_URL: undefined });
  expect(code).toBe(0);
  for (const words of [
    '--mend',
    'without it nothing is changed',
    'original missing',
    'Nothing is ever deleted',
  ])
    expect(said).toContain(words);
  for (const line of said.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
});

test.each([
  ['an option that it does not know', ['--fix'], {}, "'--fix'"],
  ['a word too many', ['originals'], {}, "'originals'"],
  ['a setting that is missing', [], { IMAGE_BUCKET: undefined }, 'IMAGE_BUCKET'],
  [
    'a database that is away',
    [],
    { DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
    'The database does not answer',
  ],
  ['a bucket that is not there', [], { IMAGE_BUCKET: 'no-such-bucket' }, 'NoSuchBucket'],
  ['a bucket that does not answer', [], { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, 'The bucket'],
])('%s is a plain sentence, and it ends with 2', async (_what, words, changes, sentence) => {
  const { code, said, complained } = await run(words, changes);
  expect([code, said]).toEqual([2, '']);
  expect(complained).toContain(sentence);
  expect(complained).not.toMatch(/\n\s+at /);
});

test('tables of another release are named as that, and it ends with 2', async () => {
  const url = new URL(gallery.app.config.databaseUrl);
  url.pathname = '/postgres';
  const { code, complained } = await run([], { DATABASE_URL: url.href });
  expect(code).toBe(2);
  expect(complained).toContain('The tables are not those of this release');
});

test('what S3 or Lambda refuse for one image is left, and the others are mended', async () => {
  // There is no such function here.
  const { id } = await upload(member, someBytes());
  await deliver(gallery, successRecord(readyFinding(id)));
  const { code, said } = await run(['--mend']);
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`thumbnails missing: ${id} "harbour.jpg": mending it failed: .*NotFound`));
});
