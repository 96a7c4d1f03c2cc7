import { GetObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import type { Bucket } from '../bucket/bucket.ts';
import { putJson } from '../bucket/put-json.ts';

/** Which files belong to which of the last releases, kept in the bucket beside them. */
const HISTORY_KEY = 'release.json';

/** The serving one, and the one whose pages may still be open in somebody's browser. */
const KEPT_RELEASES = 2;

interface PublishedRelease {
  release: string;
  files: string[];
}

/** The last releases, youngest first. */
export type WebsiteHistory = PublishedRelease[];

/** What the bucket says of itself; nothing where it says nothing or cannot be understood. */
export async function readHistory(bucket: Bucket): Promise<WebsiteHistory> {
  const command = new GetObjectCommand({ Bucket: bucket.name, Key: HISTORY_KEY });
  try {
    const { Body } = await bucket.s3.send(command, { abortSignal: bucket.stop });
    const releases: unknown = JSON.parse((await Body?.transformToString()) ?? 'null')?.releases;
    return Array.isArray(releases) ? releases.filter(isPublishedRelease) : [];
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof SyntaxError) return [];
    throw error;
  }
}

function isPublishedRelease(entry: Partial<PublishedRelease> | null): entry is PublishedRelease {
  const { release, files } = entry ?? {};
  return (
    typeof release === 'string' && Array.isArray(files) && files.every((file) => typeof file === 'string')
  );
}

export async function writeHistory(bucket: Bucket, releases: WebsiteHistory): Promise<void> {
  await putJson(bucket, HISTORY_KEY, { releases });
}

/** The history with a release in front. One that is published again, or taken back to, stands there once. */
export function withRelease(history: WebsiteHistory, next: PublishedRelease): WebsiteHistory {
  return [next, ...history.filter(({ release }) => release !== next.release)];
}

/** Splits off what nobody refers to any more: the kept releases, and files that belong to none of them. */
export function forget(history: WebsiteHistory): { kept: WebsiteHistory; files: string[] } {
  const kept = history.slice(0, KEPT_RELEASES);
  const needed = new Set(kept.flatMap(({ files }) => files));
  const forgotten = history.slice(KEPT_RELEASES).flatMap(({ files }) => files);
  return { kept, files: [...new Set(forgotten)].filter((file) => !needed.has(file)) };
}
