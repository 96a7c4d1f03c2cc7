import type { CloudFormationCustomResourceDeleteEvent, CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What CloudFormation asks for when a custom resource is created, updated or deleted. */
export type ResourceRequest = CloudFormationCustomResourceEvent;
export type DeleteRequest = CloudFormationCustomResourceDeleteEvent;

/** @throws Error naming the property that is missing or empty */
export function requireProperty(request: ResourceRequest, name: string): string {
  const value: unknown = request.ResourceProperties[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(
    `Expected the property ${name} of ${request.ResourceType} but found ${JSON.stringify(value)}.`,
  );
}
