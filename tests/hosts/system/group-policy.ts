import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { parse } from 'yaml';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { resourceOf } from '../../stacks/deploy/gallery.ts';
import type { GroupStack } from './wanted-hosts.ts';

/** What Auto Scaling and CloudFormation know of how a group is kept and updated. */
export interface GroupPolicy {
  minSize: number;
  /** Whether the load balancer's word counts, besides EC2's own. */
  isAskedByLoadBalancer: boolean;
  minInServiceWhileRolling: number;
  maxBatchSize: number;
  /** How long a new host may take to tell of its success. */
  patienceMs: number;
}

interface RollingUpdate {
  MinInstancesInService: number | { Ref: string };
  MaxBatchSize: number;
  WaitOnResourceSignals: boolean;
  PauseTime: string;
}

/** As deployed: the group's own settings, and its update policy in the template that CloudFormation was given. */
export async function describeGroupPolicy(deployed: Deployed, stack: GroupStack): Promise<GroupPolicy> {
  const { clients, gallery } = deployed;
  const name = resourceOf(gallery, stack, 'AutoScalingGroup');
  const describe = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
  const group = (await clients.autoScaling.send(describe)).AutoScalingGroups?.[0];
  const rolling = await rollingUpdateOf(deployed, stack);
  if (!rolling.WaitOnResourceSignals)
    throw new Error(`expected the group of ${stack} to wait for signals while it rolls, but it does not`);
  const minimum = rolling.MinInstancesInService;
  return {
    minSize: group?.MinSize ?? 0,
    isAskedByLoadBalancer: group?.HealthCheckType === 'ELB',
    minInServiceWhileRolling:
      typeof minimum === 'object' ? Number(parameterOf(deployed, stack, minimum.Ref)) : minimum,
    maxBatchSize: rolling.MaxBatchSize,
    patienceMs: minutesOf(rolling.PauseTime) * 60_000,
  };
}

async function rollingUpdateOf({ clients, gallery }: Deployed, stack: GroupStack): Promise<RollingUpdate> {
  const StackName = gallery.nested[stack]?.StackName;
  const { TemplateBody = '' } = await clients.cloudFormation.send(new GetTemplateCommand({ StackName }));
  const template = parse(TemplateBody, { customTags: [REFERENCE], logLevel: 'error' });
  return template.Resources.AutoScalingGroup.UpdatePolicy.AutoScalingRollingUpdate;
}

/** CloudFormation's short form; other short forms do not occur in what is read here. */
const REFERENCE = { tag: '!Ref', resolve: (name: string) => ({ Ref: name }) };

function parameterOf({ gallery }: Deployed, stack: string, name: string): string | undefined {
  const parameters = gallery.nested[stack]?.Parameters ?? [];
  return parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue;
}

function minutesOf(duration: string): number {
  const minutes = /^PT(\d+)M$/.exec(duration)?.[1];
  if (minutes === undefined) throw new Error(`expected a duration such as PT15M but received ${duration}`);
  return Number(minutes);
}
