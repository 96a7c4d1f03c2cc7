import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type IpPermission,
} from '@aws-sdk/client-ec2';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { resourceOf } from '../../stacks/deploy/gallery.ts';

export interface Subnet {
  cidr: string;
  /** Whether the world reaches it: its routes lead to an internet gateway. */
  isPublic: boolean;
}

export interface SecurityGroup {
  id: string;
  ingress: IpPermission[];
  egress: IpPermission[];
}

/** The network as EC2 describes it. */
export interface DeployedNetwork {
  cidr: string;
  subnets: Map<string, Subnet>;
}

export async function describeNetwork({ clients, gallery }: Deployed): Promise<DeployedNetwork> {
  const vpc = resourceOf(gallery, 'NetworkStack', 'Vpc');
  const { Vpcs = [] } = await clients.ec2.send(new DescribeVpcsCommand({ VpcIds: [vpc] }));
  const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
  const { Subnets = [] } = await clients.ec2.send(new DescribeSubnetsCommand({ Filters }));
  const { RouteTables = [] } = await clients.ec2.send(new DescribeRouteTablesCommand({ Filters }));
  const open = RouteTables.filter((table) =>
    table.Routes?.some((route) => route.GatewayId?.startsWith('igw-')),
  );
  const publicIds = open.flatMap((table) => (table.Associations ?? []).map((each) => each.SubnetId));
  const subnets = Subnets.map(({ SubnetId = '', CidrBlock = '' }): [string, Subnet] => [
    SubnetId,
    { cidr: CidrBlock, isPublic: publicIds.includes(SubnetId) },
  ]);
  return { cidr: Vpcs[0]?.CidrBlock ?? '', subnets: new Map(subnets) };
}

export async function describeSecurityGroups({ clients, gallery }: Deployed): Promise<SecurityGroup[]> {
  const vpc = resourceOf(gallery, 'NetworkStack', 'Vpc');
  const { SecurityGroups = [] } = await clients.ec2.send(new DescribeSecurityGroupsCommand({}));
  return SecurityGroups.filter((group) => group.VpcId === vpc).map((group) => ({
    id: group.GroupId ?? '',
    ingress: group.IpPermissions ?? [],
    egress: group.IpPermissionsEgress ?? [],
  }));
}
