import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { resourceOf } from '../../stacks/deploy/gallery.ts';
import { launchTemplateOf } from '../../stacks/deploy/launch-template.ts';

/** The stacks whose hosts an Auto Scaling group starts. */
export type GroupStack = 'DatabaseStack' | 'ApiStack' | 'WebStack';

/** An instance as EC2 has it on record; nothing of it has booted. */
export interface Instance {
  instanceId: string;
  instanceType: string;
  subnetId: string;
  securityGroupIds: string[];
  profile: string;
  userData: string;
}

/** What an Auto Scaling group does when it wants a host: it has EC2 start one by its launch template. */
export async function startInstance(
  deployed: Deployed,
  stack: GroupStack,
  number: number,
): Promise<Instance> {
  const { clients, gallery } = deployed;
  const group = resourceOf(gallery, stack, 'AutoScalingGroup');
  const data = await launchTemplateOf(deployed, stack);
  const describe = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [group] });
  const { AutoScalingGroups = [] } = await clients.autoScaling.send(describe);
  const subnets = AutoScalingGroups[0]?.VPCZoneIdentifier?.split(',') ?? [];
  const named = data.TagSpecifications?.find(({ ResourceType }) => ResourceType === 'instance')?.Tags ?? [];
  const Tags = [...named, { Key: 'aws:autoscaling:groupName', Value: group }];
  const command = new RunInstancesCommand({
    MinCount: 1,
    MaxCount: 1,
    ImageId: data.ImageId,
    InstanceType: data.InstanceType,
    // Groups spread their hosts over the zones.
    SubnetId: subnets[number % subnets.length],
    SecurityGroupIds: data.SecurityGroupIds,
    IamInstanceProfile: { Arn: data.IamInstanceProfile?.Arn },
    TagSpecifications: [{ ResourceType: 'instance', Tags }],
  });
  const { Instances = [] } = await clients.ec2.send(command);
  return {
    instanceId: Instances[0]?.InstanceId ?? '',
    instanceType: data.InstanceType ?? '',
    subnetId: subnets[number % subnets.length] ?? '',
    securityGroupIds: data.SecurityGroupIds ?? [],
    profile: data.IamInstanceProfile?.Arn ?? '',
    userData: Buffer.from(data.UserData ?? '', 'base64').toString(),
  };
}

/** The bastion, which CloudFormation starts by itself. */
export async function describeBastion({ clients, gallery }: Deployed): Promise<Instance> {
  const instanceId = resourceOf(gallery, 'BastionStack', 'Bastion');
  const command = new DescribeInstancesCommand({ InstanceIds: [instanceId] });
  const instance = (await clients.ec2.send(command)).Reservations?.[0]?.Instances?.[0];
  const attribute = { InstanceId: instanceId, Attribute: 'userData' as const };
  const { UserData } = await clients.ec2.send(new DescribeInstanceAttributeCommand(attribute));
  return {
    instanceId,
    instanceType: instance?.InstanceType ?? '',
    subnetId: instance?.SubnetId ?? '',
    securityGroupIds: (instance?.SecurityGroups ?? []).map(({ GroupId = '' }) => GroupId),
    profile: resourceOf(gallery, 'BastionStack', 'InstanceProfile'),
    userData: Buffer.from(UserData?.Value ?? '', 'base64').toString(),
  };
}
