import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import {
  type LocalCloud,
  type LocalCloudOptions,
  type LocalFunction,
  startLocalCloud,
} from '@movieflix/local/cloud/start-local-cloud.ts';

export const CREDENTIALS = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
export const REGION = 'eu-central-1';
export const BUCKET = 'images';
export const QUEUE = 'results';

export interface TestCloud extends AsyncDisposable {
  cloud: LocalCloud;
  folder: string;
  s3: S3Client;
  sqs: SQSClient;
  lambda: LambdaClient;
  queueUrl: string;
  /** Lines of the workers and faults, as they come. */
  lines: string[];
}

/** A local cloud of its own on a free port, which stops and leaves nothing behind at the end of the block. */
export async function startTestCloud(
  options: Partial<LocalCloudOptions> | ((folder: string) => Partial<LocalCloudOptions>) = {},
): Promise<TestCloud> {
  const folder = await temporaryFolder();
  const lines: string[] = [];
  const cloud = await startLocalCloud({
    ...cloudOptions(folder),
    log: (source, line) => lines.push(`${source}: ${line}`),
    ...(typeof options === 'function' ? options(folder) : options),
  });
  const clients = clientsOf(cloud.endpoint);
  return {
    cloud,
    folder,
    lines,
    queueUrl: cloud.queueUrl(QUEUE),
    ...clients,
    [Symbol.asyncDispose]: async () => {
      for (const client of Object.values(clients)) client.destroy();
      await cloud.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function cloudOptions(folder: string): LocalCloudOptions {
  return {
    folder,
    port: 0,
    region: REGION,
    credentials: CREDENTIALS,
    buckets: [BUCKET],
    queues: [QUEUE],
    functions: [],
  };
}

/** A function on every object below `originals/`, whose results go to the one queue. */
export function testFunction(handler: string, options: Partial<LocalFunction> = {}): LocalFunction {
  return {
    name: 'resize',
    handlerModule: join(import.meta.dirname, '..', 'handlers', `${handler}.ts`),
    environment: {},
    trigger: { bucket: BUCKET, prefix: 'originals/' },
    onSuccessQueue: QUEUE,
    onFailureQueue: QUEUE,
    concurrency: 2,
    timeoutSeconds: 20,
    retryDelaysSeconds: [0.05, 0.1],
    ...options,
  };
}

export function clientsOf(endpoint: string) {
  const config = { endpoint, region: REGION, credentials: CREDENTIALS };
  return { s3: new S3Client(config), sqs: new SQSClient(config), lambda: new LambdaClient(config) };
}

/** An S3 client that differs from the right one. */
export function s3With({ cloud }: TestCloud, config: S3ClientConfig): S3Client {
  return new S3Client({ endpoint: cloud.endpoint, region: REGION, credentials: CREDENTIALS, ...config });
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'movieflix-local-'));
}

/** For tests that start clouds one after another on one folder. */
export async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder();
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many files of bytes lie in the cloud's folder, half-written ones included. */
export async function countBlobs(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('cloud.sqlite')).length;
}
