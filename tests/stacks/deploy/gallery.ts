import {
  type CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  paginateListStacks,
  type Stack,
} from '@aws-sdk/client-cloudformation';

export const STACK_NAME = 'movieflix';

/** A deployed gallery, as CloudFormation tells of it. */
export interface Gallery {
  root: Stack;
  /** The nested stacks by their logical ids in the root. */
  nested: Record<string, Stack>;
  /** Physical ids by logical ids, a stack at a time; the root's own are under `root`. */
  resources: Record<string, Record<string, string>>;
}

export async function describeGallery(cloudFormation: CloudFormationClient): Promise<Gallery> {
  const root = await describeStack(cloudFormation, STACK_NAME);
  const ids = await resourcesOf(cloudFormation, STACK_NAME);
  const nested: Gallery['nested'] = {};
  const resources: Gallery['resources'] = { root: ids };
  for (const [logicalId, stackId] of Object.entries(ids)) {
    if (!stackId.includes(':cloudformation:')) continue;
    nested[logicalId] = await describeStack(cloudFormation, stackId);
    resources[logicalId] = await resourcesOf(cloudFormation, stackId);
  }
  return { root, nested, resources };
}

/** What an output of a nested stack, or of the root, says. */
export function outputOf(stack: Stack | undefined, name: string): string {
  const value = stack?.Outputs?.find((output) => output.OutputKey === name)?.OutputValue;
  if (value === undefined) throw new Error(`expected ${stack?.StackName} to have the output ${name}`);
  return value;
}

/** The physical id of a resource. */
export function resourceOf(gallery: Gallery, stack: string, logicalId: string): string {
  const id = gallery.resources[stack]?.[logicalId];
  if (id === undefined) throw new Error(`expected ${stack} to have the resource ${logicalId}`);
  return id;
}

/** Every stack that exists, with its status; what `sam deploy` made for itself is left out. */
export async function statusOfStacks(cloudFormation: CloudFormationClient): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const page of paginateListStacks({ client: cloudFormation }, {})) {
    for (const { StackName = '', StackStatus = '' } of page.StackSummaries ?? []) {
      if (StackStatus !== 'DELETE_COMPLETE' && !StackName.startsWith('aws-sam-cli'))
        found[StackName] = StackStatus;
    }
  }
  return found;
}

/** Why resources of a stack failed, the oldest reason first. */
export async function failuresOf(cloudFormation: CloudFormationClient, stack: string): Promise<string[]> {
  const { StackEvents = [] } = await cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: stack }),
  );
  const failed = StackEvents.filter((event) => event.ResourceStatus?.endsWith('_FAILED'));
  return failed.map((event) => `${event.LogicalResourceId}: ${event.ResourceStatusReason}`).reverse();
}

async function describeStack(cloudFormation: CloudFormationClient, name: string): Promise<Stack> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
  return Stacks[0]!;
}

async function resourcesOf(
  cloudFormation: CloudFormationClient,
  name: string,
): Promise<Record<string, string>> {
  const answer = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName: name }));
  const { StackResources = [] } = answer;
  return Object.fromEntries(
    StackResources.map((each) => [each.LogicalResourceId, each.PhysicalResourceId ?? '']),
  );
}
