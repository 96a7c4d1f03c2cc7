import { createHash } from 'node:crypto';
import type { WebsiteFile } from '@movieflix/contracts/release-manifest';
import pMap from 'p-map';
import type { Bucket } from '../bucket/bucket.ts';
import { deleteObjects } from '../bucket/empty-bucket.ts';
import { putFile } from '../bucket/put-file.ts';
import { putJson } from '../bucket/put-json.ts';
import { FIRST_PAGE, type Release } from '../release/release.ts';
import { forget, readHistory, withRelease, writeHistory } from './website-history.ts';

const FILES_AT_ONCE = 8;
const CONFIG_KEY = 'config.json';

/**
 * Puts the web app into the website bucket: first the files that pages load, then the pages, last of all the one
 * that starts it. Pages of the release before go on working, since its files stay for one release more.
 *
 * @param apiUrl where this website finds the API
 */
export async function publishWebsite(bucket: Bucket, release: Release, apiUrl: string): Promise<void> {
  const files = release.manifest.website.filter(({ key }) => key !== CONFIG_KEY);
  const history = withRelease(await readHistory(bucket), {
    release: hashOf(files),
    files: files.map(({ key }) => key),
  });
  // Noted before they come, so that files of a release that fails midway are known, too, and go in their turn.
  await writeHistory(bucket, history);

  const [pages, loaded] = split(files, ({ cacheControl }) => cacheControl === 'no-cache');
  const [first, others] = split(pages, ({ key }) => key === FIRST_PAGE);
  await putFiles(bucket, release, loaded);
  await putFiles(bucket, release, others);
  // The one file that differs between two galleries of the same release.
  await putJson(bucket, CONFIG_KEY, { apiUrl });
  await putFiles(bucket, release, first);

  const { kept, files: forgotten } = forget(history);
  await deleteObjects(
    bucket,
    forgotten.map((key) => ({ Key: key })),
  );
  await writeHistory(bucket, kept);
}

async function putFiles(bucket: Bucket, release: Release, files: WebsiteFile[]): Promise<void> {
  await pMap(files, (file) => putFile(bucket, release.folders.release, file, file), {
    concurrency: FILES_AT_ONCE,
    signal: bucket.stop,
  });
}

/** Those of which it is true, and the others. */
function split<T>(all: T[], isTrue: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isTrue), all.filter((one) => !isTrue(one))];
}

function hashOf(files: WebsiteFile[]): string {
  const lines = files.map(({ key, sha256 }) => `${sha256} ${key}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
