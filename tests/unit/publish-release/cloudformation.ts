import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Logger } from '@aws-lambda-powertools/logger';
import type { ResourceRequest } from '@movieflix/publish-release/cloudformation/request.ts';

export interface Answered {
  Status: 'SUCCESS' | 'FAILED';
  Reason?: string;
  PhysicalResourceId: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  Data?: Record<string, string>;
}

/** CloudFormation's end of a custom resource: an address that takes the answer. */
export interface CloudFormation extends AsyncDisposable {
  url: string;
  /** Every answer that was taken, in order. */
  answers: Answered[];
  /** The content types they came with. */
  contentTypes: (string | undefined)[];
  /** How many requests to answer with 503 before the next is taken. */
  refusals: number;
}

export async function startCloudFormation(): Promise<CloudFormation> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const isTaken = cloudFormation.refusals-- <= 0;
    if (isTaken) {
      cloudFormation.answers.push(JSON.parse(body));
      cloudFormation.contentTypes.push(request.headers['content-type']);
    }
    response.writeHead(isTaken ? 200 : 503).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cloudFormation: CloudFormation = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=s`,
    answers: [],
    contentTypes: [],
    refusals: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return cloudFormation;
}

const PUBLISHER_ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:publish-release';

/** A request as CloudFormation makes it. */
export function resourceRequest(
  url: string,
  type: 'Create' | 'Update' | 'Delete',
  resourceType: string,
  properties: Record<string, unknown>,
  physicalResourceId = 'content-of-website',
): ResourceRequest {
  const common = {
    ServiceToken: PUBLISHER_ARN,
    ResponseURL: url,
    StackId: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/gallery/1',
    RequestId: crypto.randomUUID(),
    LogicalResourceId: 'Release',
    ResourceType: resourceType,
    ResourceProperties: { ServiceToken: PUBLISHER_ARN, ...properties },
  };
  if (type === 'Create') return { ...common, RequestType: type };
  if (type === 'Delete') return { ...common, RequestType: type, PhysicalResourceId: physicalResourceId };
  return {
    ...common,
    RequestType: type,
    PhysicalResourceId: physicalResourceId,
    OldResourceProperties: common.ResourceProperties,
  };
}

/** As much time as Lambda gives at most. */
export const PLENTY_OF_TIME = { getRemainingTimeInMillis: () => 900_000 };

export const SILENT_LOG = new Logger({ logLevel: 'SILENT' });
