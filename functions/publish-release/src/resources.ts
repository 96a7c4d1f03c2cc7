import type { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket/bucket.ts';
import { emptyBucket } from './bucket/empty-bucket.ts';
import type { CustomResource } from './cloudformation/custom-resource.ts';
import { type DeleteRequest, type ResourceRequest, requireProperty } from './cloudformation/request.ts';
import { publishArchives } from './release/publish-archives.ts';
import { type ReleaseFolders, readRelease } from './release/release.ts';
import { publishWebsite } from './website/publish-website.ts';

const OWNED = 'content-of-';

/** The kinds of custom resource that this function makes, by their type in the templates. */
export function publisherResources(
  s3: S3Client,
  findRelease: () => ReleaseFolders,
): Record<string, CustomResource> {
  const bucketOf = (request: ResourceRequest, stop: AbortSignal): Bucket => {
    return { s3, name: requireProperty(request, 'Bucket'), stop };
  };
  // Both own all of a bucket: they are named for it, and empty it when they go.
  const ownerOfBucket = {
    physicalResourceId: (request: ResourceRequest) => `${OWNED}${requireProperty(request, 'Bucket')}`,
    remove: async (request: DeleteRequest, stop: AbortSignal) => {
      const name = ownedBucket(request);
      if (name !== undefined) await emptyBucket({ s3, name, stop });
    },
  };
  return {
    'Custom::Release': {
      ...ownerOfBucket,
      put: async (request, stop) => {
        const architecture = requireProperty(request, 'Architecture');
        return publishArchives(bucketOf(request, stop), await readRelease(findRelease()), architecture);
      },
    },
    'Custom::Website': {
      ...ownerOfBucket,
      put: async (request, stop) => {
        const apiUrl = requireProperty(request, 'ApiUrl');
        await publishWebsite(bucketOf(request, stop), await readRelease(findRelease()), apiUrl);
        return {};
      },
    },
  };
}

/**
 * The bucket that goes with a resource. Its id says what was really made, whatever the properties say by now; it says
 * nothing where the creation was never answered. Without either there is nothing to remove.
 */
function ownedBucket({ PhysicalResourceId: id, ResourceProperties }: DeleteRequest): string | undefined {
  if (id.startsWith(OWNED)) return id.slice(OWNED.length) || undefined;
  const name: unknown = ResourceProperties['Bucket'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
