import { beforeAll, describe, expect, test } from '@jest/globals';
import { contains, overlaps } from '../templates/cidr.ts';
import {
  loadSystem,
  loadTemplates,
  makeSystem,
  type Place,
  PROFILE_NAMES,
  type System,
} from '../templates/system.ts';

const PUBLIC = ['NetworkStack/PublicSubnetA', 'NetworkStack/PublicSubnetB'];
const PRIVATE = ['NetworkStack/PrivateSubnetA', 'NetworkStack/PrivateSubnetB'];

/** The routes that a packet from the subnet meets. */
function routesOf(system: System, subnet: string): Place[] {
  const id = system.idOf(system.place(subnet));
  const tables = system
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .filter((each) => each.Properties['SubnetId'] === id)
    .map((each) => each.Properties['RouteTableId']);
  if (tables.length !== 1) throw new Error(`expected one route table for ${subnet}, found ${tables.length}`);
  return system.ofType('AWS::EC2::Route').filter((each) => each.Properties['RouteTableId'] === tables[0]);
}

function natOf(system: System, subnet: string): Place {
  const [route] = routesOf(system, subnet);
  return system.withId(route!.Properties['NatGatewayId']);
}

describe.each(PROFILE_NAMES)('the network, %s', (profile) => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem(profile);
  });

  test('is one VPC with names, over two zones', () => {
    expect(system.ofType('AWS::EC2::VPC').map((vpc) => vpc.name)).toEqual(['NetworkStack/Vpc']);
    const { EnableDnsSupport, EnableDnsHostnames } = system.place('NetworkStack/Vpc').Properties;
    expect({ EnableDnsSupport, EnableDnsHostnames }).toEqual({
      EnableDnsSupport: true,
      EnableDnsHostnames: true,
    });
    const zones = (names: string[]) => names.map((name) => system.place(name).Properties['AvailabilityZone']);
    expect(new Set(zones(PUBLIC)).size).toBe(2);
    expect(zones(PRIVATE)).toEqual(zones(PUBLIC));
  });

  test('has four subnets that lie in the VPC, share no address and give out no public one', () => {
    const subnets = system.ofType('AWS::EC2::Subnet');
    expect(subnets.map((subnet) => subnet.name).sort()).toEqual([...PRIVATE, ...PUBLIC].sort());
    const cidrs = subnets.map((subnet) => subnet.Properties['CidrBlock']);
    const whole = system.place('NetworkStack/Vpc').Properties['CidrBlock'];
    for (const cidr of cidrs) expect(contains(whole, cidr)).toBe(true);
    const pairs = cidrs.flatMap((one, index) => cidrs.slice(index + 1).map((other) => [one, other]));
    expect(pairs.filter(([one, other]) => overlaps(one, other))).toEqual([]);
    for (const subnet of subnets) expect(subnet.Properties['MapPublicIpOnLaunch']).toBe(false);
  });

  test('leads a public subnet to the Internet Gateway', () => {
    const gateway = system.idOf(system.place('NetworkStack/InternetGateway'));
    for (const subnet of PUBLIC)
      expect(routesOf(system, subnet).map((route) => route.Properties)).toEqual([
        expect.objectContaining({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway }),
      ]);
    const attachment = system.place('NetworkStack/InternetGatewayAttachment').Properties;
    expect(attachment).toEqual({
      InternetGatewayId: gateway,
      VpcId: system.idOf(system.place('NetworkStack/Vpc')),
    });
  });

  test('leads a private subnet to a NAT gateway alone, and never to the Internet Gateway', () => {
    for (const subnet of PRIVATE) {
      const routes = routesOf(system, subnet).map((route) => route.Properties);
      expect(routes).toEqual([
        {
          RouteTableId: expect.any(String),
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId: expect.any(String),
        },
      ]);
    }
  });

  test('has its NAT gateways in public subnets, each with an address that stays', () => {
    const publicIds = PUBLIC.map((name) => system.idOf(system.place(name)));
    for (const nat of system.ofType('AWS::EC2::NatGateway')) {
      expect(publicIds).toContain(nat.Properties['SubnetId']);
      expect(system.withId(nat.Properties['AllocationId']).Type).toBe('AWS::EC2::EIP');
      // Without its route a NAT gateway answers nobody, and hosts would start in vain.
      expect(nat.DependsOn).toContain('PublicDefaultRoute');
    }
  });

  test('reaches S3 from private subnets through a gateway endpoint', () => {
    const [endpoint, ...others] = system.ofType('AWS::EC2::VPCEndpoint');
    expect(others).toEqual([]);
    expect(endpoint!.Properties).toMatchObject({ VpcEndpointType: 'Gateway' });
    expect(endpoint!.Properties['ServiceName']).toMatch(/^com\.amazonaws\.[a-z0-9-]+\.s3$/);
    const tables = PRIVATE.map((subnet) => routesOf(system, subnet)[0]!.Properties['RouteTableId']);
    expect(endpoint!.Properties['RouteTableIds']).toEqual(expect.arrayContaining(tables));
  });

  test('logs all its traffic', () => {
    const [flowLog] = system.ofType('AWS::EC2::FlowLog');
    expect(flowLog!.Properties).toMatchObject({
      ResourceId: system.idOf(system.place('NetworkStack/Vpc')),
      TrafficType: 'ALL',
    });
  });
});

describe('NatGateways', () => {
  test('one is one for both zones', async () => {
    const system = await loadSystem('default');
    expect(system.ofType('AWS::EC2::NatGateway')).toHaveLength(1);
    expect(natOf(system, PRIVATE[0]!)).toBe(natOf(system, PRIVATE[1]!));
  });

  test('one-per-zone is one in the zone of each private subnet', async () => {
    const system = await loadSystem('high availability');
    for (const subnet of PRIVATE) {
      const home = system.withId(natOf(system, subnet).Properties['SubnetId']);
      expect(home.Properties['AvailabilityZone']).toBe(system.place(subnet).Properties['AvailabilityZone']);
    }
  });
});

test('a private subnet that a changed template joins to the public route table is found', async () => {
  const templates = structuredClone(await loadTemplates());
  const network = templates.translated['stacks/network.yaml']!;
  network.Resources['PrivateSubnetARoutes']!.Properties!['RouteTableId'] = { Ref: 'PublicRouteTable' };
  const spoilt = makeSystem(templates, 'default');
  expect(routesOf(spoilt, PRIVATE[0]!).map((route) => route.Properties['GatewayId'])).toEqual([
    spoilt.idOf(spoilt.place('NetworkStack/InternetGateway')),
  ]);
});
