import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { BUCKET, startPublisher } from './publisher.ts';
import { damage, sampleRelease } from './sample-release.ts';

const WEBSITE = 'Custom::Website';

test('files go to the website bucket as browsers want them', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('AAAAAAAA');
  const answer = await publisher.ask(release.folders, 'Create', WEBSITE);
  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'content-of-website' });
  expect(await publisher.read('index.html')).toEqual({
    text: '<!doctype html>AAAAAAAA',
    headers: { type: 'text/html; charset=utf-8', caching: 'no-cache', encoding: undefined },
  });
  const script = await publisher.read('main-AAAAAAAA.js');
  expect(script.headers).toEqual({
    type: 'text/javascript; charset=utf-8',
    caching: 'public, max-age=31536000, immutable',
    encoding: 'gzip',
  });
  expect((await publisher.read('media/font-SAMESAME.woff2')).headers.type).toBe('font/woff2');
});

test('config.json names the address of this gallery and not that of the build', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('AAAAAAAA');
  await publisher.ask(release.folders, 'Create', WEBSITE);
  expect(await publisher.read('config.json')).toMatchObject({
    text: '{"apiUrl":"https://gallery.example/api"}',
    headers: { type: 'application/json', caching: 'no-cache' },
  });
});

test('the files of the release before stay for open pages, and go with the release after', async () => {
  await using publisher = await startPublisher();
  const scripts = async () => (await publisher.keys()).filter((key) => key.startsWith('main-'));
  for (const [version, expected] of [
    ['AAAAAAAA', ['main-AAAAAAAA.js']],
    ['BBBBBBBB', ['main-AAAAAAAA.js', 'main-BBBBBBBB.js']],
    ['CCCCCCCC', ['main-BBBBBBBB.js', 'main-CCCCCCCC.js']],
    // A rollback finds its files, and keeps those of the release that it takes back.
    ['BBBBBBBB', ['main-BBBBBBBB.js', 'main-CCCCCCCC.js']],
  ] as const) {
    using release = await sampleRelease(version);
    expect(await publisher.ask(release.folders, 'Update', WEBSITE)).toMatchObject({ Status: 'SUCCESS' });
    expect(await scripts()).toEqual(expected);
    expect((await publisher.read('index.html')).text).toContain(version);
  }
  expect(await publisher.keys()).toContain('media/font-SAMESAME.woff2');
});

test('a request that comes twice changes nothing the second time', async () => {
  await using publisher = await startPublisher();
  using first = await sampleRelease('AAAAAAAA');
  using second = await sampleRelease('BBBBBBBB');
  await publisher.ask(first.folders, 'Create', WEBSITE);
  const once = await publisher.ask(second.folders, 'Update', WEBSITE);
  const keys = await publisher.keys();
  const twice = await publisher.ask(second.folders, 'Update', WEBSITE);
  expect(await publisher.keys()).toEqual(keys);
  expect(twice.PhysicalResourceId).toBe(once.PhysicalResourceId);
});

test('what others put into the bucket stays where it is', async () => {
  await using publisher = await startPublisher();
  const mine = { Bucket: 'website', Key: 'press-kit.pdf', Body: 'mine' };
  await publisher.cloud.s3.send(new PutObjectCommand(mine));
  for (const version of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC']) {
    using release = await sampleRelease(version);
    await publisher.ask(release.folders, 'Update', WEBSITE);
  }
  expect((await publisher.read('press-kit.pdf')).text).toBe('mine');
});

test('files of a release that failed midway are known, and go in their turn', async () => {
  await using publisher = await startPublisher();
  using good = await sampleRelease('AAAAAAAA');
  await publisher.ask(good.folders, 'Create', WEBSITE);
  using failing = await sampleRelease('BBBBBBBB');
  const s3 = publisher.cloud.s3;
  s3.middlewareStack.add(
    (next) => (args) => {
      const { Key } = args.input as { Key?: string };
      if (Key === 'index.html') throw new Error('the connection broke');
      return next(args);
    },
    { step: 'initialize', name: 'break' },
  );
  const answer = await publisher.ask(failing.folders, 'Update', WEBSITE);
  s3.middlewareStack.remove('break');
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'the connection broke' });
  expect((await publisher.read('index.html')).text).toContain('AAAAAAAA');
  expect(await publisher.keys()).toContain('main-BBBBBBBB.js');

  await publisher.ask(good.folders, 'Update', WEBSITE);
  using next = await sampleRelease('CCCCCCCC');
  await publisher.ask(next.folders, 'Update', WEBSITE);
  expect(await publisher.keys()).not.toContain('main-BBBBBBBB.js');
});

test.each([
  [
    'a file that is missing',
    'website/main-BBBBBBBB.js',
    undefined,
    'website/main-BBBBBBBB.js cannot be read',
  ],
  ['a file cut short', 'website/index.html', '<!doct', 'website/index.html has the SHA-256'],
  ['an archive cut short', 'web.tar.gz', 'x', 'web.tar.gz has the SHA-256'],
  ['no manifest', 'manifest.json', undefined, 'manifest.json is missing'],
  ['half a manifest', 'manifest.json', '{"archives": {', 'is not whole'],
  ['a manifest without files', 'manifest.json', '{"archives": {}, "website": []}', 'no files of the website'],
  ['a manifest of something else', 'manifest.json', '{"website": [{}]}', 'no archive for api'],
])('a release with %s fails with the reason, and the old one goes on serving', async (...row) => {
  const [, file, content, reason] = row;
  await using publisher = await startPublisher();
  using old = await sampleRelease('AAAAAAAA');
  await publisher.ask(old.folders, 'Create', WEBSITE);
  const keys = await publisher.keys();
  using next = await sampleRelease('BBBBBBBB');
  damage(next.folders.release, file, content);
  const answer = await publisher.ask(next.folders, 'Update', WEBSITE);
  expect(answer.Status).toBe('FAILED');
  expect(answer.Reason).toContain(reason);
  expect(answer.Reason).toContain('Nothing was published');
  expect(answer.PhysicalResourceId).toBe('content-of-website');
  expect(await publisher.keys()).toEqual(keys);
  expect((await publisher.read('index.html')).text).toContain('AAAAAAAA');
});

test('a bucket that is not there fails with its name', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('AAAAAAAA');
  const answer = await publisher.ask(release.folders, 'Create', WEBSITE, { Bucket: 'elsewhere' });
  expect(answer.Status).toBe('FAILED');
  expect(answer.Reason).toContain('NoSuchBucket');
});

test('what pages load is there before them, and the page that starts all comes last', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('AAAAAAAA');
  const put: string[] = [];
  publisher.cloud.s3.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (context.commandName === 'PutObjectCommand') put.push((args.input as { Key: string }).Key);
      return answer;
    },
    { step: 'initialize', name: 'watch' },
  );
  await publisher.ask(release.folders, 'Create', WEBSITE);
  expect(put.slice(0, 1)).toEqual(['release.json']);
  expect(put.slice(1, 3).sort()).toEqual(['main-AAAAAAAA.js', 'media/font-SAMESAME.woff2']);
  expect(put.slice(3)).toEqual(['error.html', 'config.json', 'index.html', 'release.json']);
});

test.each([
  'null',
  '{"releases":[null,{},{"release":"x"}]}',
  '{"releases":[{"release":"x","files":[1]}]}',
  'nonsense',
])('a history that reads %s does not keep a release from being published', async (Body) => {
  await using publisher = await startPublisher();
  const history = { Bucket: BUCKET, Key: 'release.json', Body };
  await publisher.cloud.s3.send(new PutObjectCommand(history));
  using release = await sampleRelease('AAAAAAAA');
  expect(await publisher.ask(release.folders, 'Create', WEBSITE)).toMatchObject({ Status: 'SUCCESS' });
});

test('more files than one request deletes are forgotten', async () => {
  await using publisher = await startPublisher();
  const files = Array.from({ length: 1001 }, (_, index) => `chunk-${index}.js`);
  const releases = ['AAAAAAAA', 'BBBBBBBB'].map((release) => ({ release, files }));
  const history = { Bucket: BUCKET, Key: 'release.json', Body: JSON.stringify({ releases }) };
  await publisher.cloud.s3.send(new PutObjectCommand(history));
  for (const version of ['CCCCCCCC', 'DDDDDDDD']) {
    using release = await sampleRelease(version);
    expect(await publisher.ask(release.folders, 'Update', WEBSITE)).toMatchObject({ Status: 'SUCCESS' });
  }
});

test('a release without its first page fails before anything is written', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('AAAAAAAA');
  const file = path.join(release.folders.release, 'manifest.json');
  const { archives, website } = JSON.parse(readFileSync(file, 'utf8'));
  const others = website.filter(({ key }: { key: string }) => key !== 'index.html');
  damage(release.folders.release, 'manifest.json', JSON.stringify({ archives, website: others }));
  const answer = await publisher.ask(release.folders, 'Create', WEBSITE);
  expect(answer.Reason).toContain('it has no index.html');
  expect(await publisher.keys()).toEqual([]);
});
