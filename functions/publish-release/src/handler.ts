import { Logger } from '@aws-lambda-powertools/logger';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { serveRequest } from './cloudformation/custom-resource.ts';
import type { ResourceRequest } from './cloudformation/request.ts';
import { findRelease } from './release/find-release.ts';
import { publisherResources } from './resources.ts';

const log = new Logger({ serviceName: 'publish-release' });
// Region, credentials and endpoint come from the environment, by the SDK's own variables.
const resources = publisherResources(new S3Client({}), findRelease);

/** Publishes the release in this function's layers when CloudFormation creates, updates or deletes its resources. */
export async function handler(request: ResourceRequest, context: Context): Promise<void> {
  const { RequestType, ResourceType, LogicalResourceId } = request;
  log.info('CloudFormation asks.', { RequestType, ResourceType, LogicalResourceId });
  await serveRequest(resources, request, context, log);
}
