import {
  DescribeAddressesCommand,
  DescribeFlowLogsCommand,
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  type Route,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf } from './gallery.ts';

/** What EC2 says of the network. */
export function describeNetwork(deployed: () => Deployed): void {
  const vpc = () => resourceOf(deployed().gallery, 'NetworkStack', 'Vpc');
  const inVpc = () => [{ Name: 'vpc-id', Values: [vpc()] }];
  const subnets = (kind: 'Public' | 'Private') =>
    outputOf(deployed().gallery.nested['NetworkStack'], `${kind}Subnets`).split(',');

  async function describeSubnets(ids: string[]) {
    const answer = await deployed().clients.ec2.send(new DescribeSubnetsCommand({ SubnetIds: ids }));
    return answer.Subnets ?? [];
  }

  /** The routes out of a subnet, by its own route table. */
  async function routesOf(subnet: string): Promise<Route[]> {
    const answer = await deployed().clients.ec2.send(new DescribeRouteTablesCommand({ Filters: inVpc() }));
    const own = (answer.RouteTables ?? []).filter((table) =>
      table.Associations?.some((association) => association.SubnetId === subnet),
    );
    expect(own).toHaveLength(1);
    return own[0]?.Routes ?? [];
  }

  describe('the network', () => {
    test('has the addresses that were asked for', async () => {
      const { Vpcs = [] } = await deployed().clients.ec2.send(new DescribeVpcsCommand({ VpcIds: [vpc()] }));
      expect(Vpcs.map((each) => each.CidrBlock)).toEqual(['10.20.0.0/16']);
    });

    test.each(['Public', 'Private'] as const)('has a %s subnet in each of two zones', async (kind) => {
      const found = await describeSubnets(subnets(kind));
      expect(new Set(found.map((subnet) => subnet.AvailabilityZone)).size).toBe(2);
      expect(found.map((subnet) => subnet.VpcId)).toEqual([vpc(), vpc()]);
    });

    test('leads from public subnets to the Internet Gateway', async () => {
      for (const subnet of subnets('Public')) {
        const out = (await routesOf(subnet)).filter((route) => route.DestinationCidrBlock === '0.0.0.0/0');
        expect(out.map((route) => route.GatewayId)).toEqual([
          resourceOf(deployed().gallery, 'NetworkStack', 'InternetGateway'),
        ]);
      }
    });

    test('leads from private subnets to one NAT gateway, and never to the Internet Gateway', async () => {
      const { ec2 } = deployed().clients;
      const { NatGateways = [] } = await ec2.send(new DescribeNatGatewaysCommand({ Filter: inVpc() }));
      expect(NatGateways.map((gateway) => gateway.State)).toEqual(['available']);
      expect(subnets('Public')).toContain(NatGateways[0]?.SubnetId);
      for (const subnet of subnets('Private')) {
        const routes = await routesOf(subnet);
        const out = routes.filter((route) => route.DestinationCidrBlock === '0.0.0.0/0');
        expect(out.map((route) => route.NatGatewayId)).toEqual([NatGateways[0]?.NatGatewayId]);
        expect(routes.filter((route) => route.GatewayId?.startsWith('igw-'))).toEqual([]);
      }
    });

    test('has one public address, that of the NAT gateway', async () => {
      const { Addresses = [] } = await deployed().clients.ec2.send(new DescribeAddressesCommand({}));
      expect(Addresses).toHaveLength(1);
    });

    test('reaches S3 from private subnets without the NAT gateway', async () => {
      const { ec2 } = deployed().clients;
      const { VpcEndpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand({ Filters: inVpc() }));
      const s3 = VpcEndpoints.find((endpoint) => endpoint.ServiceName?.endsWith('.s3'));
      expect(s3?.VpcEndpointType).toBe('Gateway');
      const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters: inVpc() }));
      for (const subnet of subnets('Private')) {
        const table = RouteTables.find((each) =>
          each.Associations?.some(({ SubnetId }) => SubnetId === subnet),
        );
        expect(s3?.RouteTableIds).toContain(table?.RouteTableId);
      }
    });

    test('writes down all its traffic', async () => {
      const { FlowLogs = [] } = await deployed().clients.ec2.send(new DescribeFlowLogsCommand({}));
      expect(FlowLogs).toMatchObject([{ ResourceId: vpc(), TrafficType: 'ALL', FlowLogStatus: 'ACTIVE' }]);
    });
  });
}
