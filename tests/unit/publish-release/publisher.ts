import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { serveRequest } from '@movieflix/publish-release/cloudformation/custom-resource.ts';
import type { ReleaseFolders } from '@movieflix/publish-release/release/release.ts';
import { publisherResources } from '@movieflix/publish-release/resources.ts';
import { startTestCloud, type TestCloud } from '../../local/cloud/test-cloud.ts';
import {
  type Answered,
  type CloudFormation,
  PLENTY_OF_TIME,
  resourceRequest,
  SILENT_LOG,
  startCloudFormation,
} from './cloudformation.ts';

export const BUCKET = 'website';

/** The publisher between a real S3 server and an address that takes its answers. */
export interface Publisher extends AsyncDisposable {
  cloud: TestCloud;
  cloudFormation: CloudFormation;
  /** Sends one request to a publisher with this release in its layers, and returns its answer. */
  ask(
    release: ReleaseFolders,
    type: 'Create' | 'Update' | 'Delete',
    resourceType: string,
    properties?: Record<string, unknown>,
    physicalResourceId?: string,
  ): Promise<Answered>;
  keys(): Promise<string[]>;
  read(key: string): Promise<{ text: string; headers: Record<string, string | undefined> }>;
}

export async function startPublisher(): Promise<Publisher> {
  const stopping = new AsyncDisposableStack();
  const cloud = stopping.use(await startTestCloud({ buckets: [BUCKET] }));
  const cloudFormation = stopping.use(await startCloudFormation());
  return {
    cloud,
    cloudFormation,
    ask: async (
      release,
      type,
      resourceType,
      properties = {},
      physicalResourceId = `content-of-${BUCKET}`,
    ) => {
      const all = {
        Bucket: BUCKET,
        Architecture: 'arm64',
        ApiUrl: 'https://gallery.example/api',
        ...properties,
      };
      const request = resourceRequest(cloudFormation.url, type, resourceType, all, physicalResourceId);
      const before = cloudFormation.answers.length;
      const resources = publisherResources(cloud.s3, () => release);
      await serveRequest(resources, request, PLENTY_OF_TIME, SILENT_LOG);
      const [answer, ...more] = cloudFormation.answers.slice(before);
      if (answer === undefined || more.length > 0) throw new Error('Expected exactly one answer.');
      return answer;
    },
    keys: async () => {
      const { Contents = [] } = await cloud.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
      return Contents.map(({ Key }) => Key ?? '');
    },
    read: async (key) => {
      const found = await cloud.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
      const { ContentType: type, CacheControl: caching, ContentEncoding: encoding } = found;
      return { text: (await found.Body?.transformToString()) ?? '', headers: { type, caching, encoding } };
    },
    [Symbol.asyncDispose]: () => stopping.disposeAsync(),
  };
}
