import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { outputOf } from './gallery.ts';
import { userDataOf } from './launch-template.ts';

const RELEASES = ['ApiRelease', 'WebRelease', 'DatabaseRelease', 'BastionRelease', 'NodeRelease'];

/** What the publisher, run by the deploy's own custom resources, put into the buckets. */
export function describePublished(deployed: () => Deployed): void {
  const website = () => outputOf(deployed().gallery.nested['StorageStack'], 'WebsiteBucket');
  const releases = () => outputOf(deployed().gallery.nested['ReleaseStack'], 'ReleaseBucket');

  async function namesIn(Bucket: string): Promise<string[]> {
    const { Contents = [] } = await deployed().clients.s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents.map((object) => object.Key ?? '');
  }

  describe('the deploy publishes', () => {
    test('the web app: pages that are asked for anew, and files that never change', async () => {
      const names = await namesIn(website());
      expect(names).toEqual(expect.arrayContaining(['index.html', 'error.html', 'config.json']));
      const headersOf = (Key: string) =>
        deployed().clients.s3.send(new HeadObjectCommand({ Bucket: website(), Key }));
      const page = await headersOf('index.html');
      expect(page.ContentType).toMatch(/^text\/html/);
      expect(page.CacheControl).toMatch(/no-cache/);
      const scripts = names.filter((name) => /-[A-Z0-9]{8}\.js$/.test(name));
      expect(scripts.length).toBeGreaterThan(0);
      const script = await headersOf(scripts[0] ?? '');
      expect(script.ContentType).toMatch(/^text\/javascript/);
      expect(script.CacheControl).toMatch(/immutable/);
    });

    test('a configuration that leads the web app to the API', async () => {
      const object = await deployed().clients.s3.send(
        new GetObjectCommand({ Bucket: website(), Key: 'config.json' }),
      );
      const config = JSON.parse((await object.Body?.transformToString()) ?? '');
      expect(Object.values(config)).toContain(`${outputOf(deployed().gallery.root, 'SiteUrl')}/api`);
      expect(object.CacheControl).toMatch(/no-cache/);
    });

    test('every release that a host fetches, under the hash of its content', async () => {
      const stack = deployed().gallery.nested['ReleaseStack'];
      const names = await namesIn(releases());
      const keys = RELEASES.map((name) => outputOf(stack, name));
      expect(names.sort()).toEqual([...keys].sort());
      for (const key of keys) expect(key).toMatch(/^(api|web|database|bastion|node)\/[0-9a-f]{64}\.tar\.gz$/);
      expect(await userDataOf(deployed(), 'ApiStack')).toContain(
        `s3://${releases()}/${outputOf(stack, 'ApiRelease')}`,
      );
      expect(await userDataOf(deployed(), 'WebStack')).toContain(
        `s3://${releases()}/${outputOf(stack, 'WebRelease')}`,
      );
      const database = await userDataOf(deployed(), 'DatabaseStack');
      expect(database).toContain(`s3://${releases()}/${outputOf(stack, 'DatabaseRelease')}`);
    });
  });
}
