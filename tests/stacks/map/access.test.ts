import { beforeAll, describe, expect, test } from '@jest/globals';
import { contains } from '../templates/cidr.ts';
import { loadSystem, loadTemplates, makeSystem, PROFILE_NAMES, type System } from '../templates/system.ts';
import { egress, groupName, ingress } from './security-groups.ts';

const BALANCER = 'WebStack/LoadBalancerSecurityGroup';
const WEB = 'WebStack/WebSecurityGroup';
const API = 'ApiStack/ApiSecurityGroup';
const DATABASE = 'DatabaseStack/DatabaseSecurityGroup';
const CLIENTS = 'DatabaseStack/ClientSecurityGroup';
const BASTION = 'BastionStack/SecurityGroup';

/** Rules as 'peer -> group:port'. */
function ways(system: System): string[] {
  return ingress(system)
    .map(
      ({ peer, group, protocol, ports }) =>
        `${peer} -> ${group}:${ports}${protocol === 'tcp' ? '' : protocol}`,
    )
    .sort();
}

const INSIDE = [`${BALANCER} -> ${API}:3000`, `${BALANCER} -> ${WEB}:80`, `${CLIENTS} -> ${DATABASE}:5432`];
const FROM_THE_BASTION = [API, DATABASE, WEB].map((group) => `${BASTION} -> ${group}:22`);

describe('who reaches whom is all of', () => {
  test.each(['default', 'high availability', 'without HTTPS', 'x86_64'] as const)(
    'this, %s',
    async (profile) => {
      expect(ways(await loadSystem(profile))).toEqual([`0.0.0.0/0 -> ${BALANCER}:80`, ...INSIDE].sort());
    },
  );

  test('this with a certificate', async () => {
    const open = [80, 443].map((port) => `0.0.0.0/0 -> ${BALANCER}:${port}`);
    expect(ways(await loadSystem('certificate'))).toEqual([...open, ...INSIDE].sort());
  });

  test('this with a bastion', async () => {
    const open = [`0.0.0.0/0 -> ${BALANCER}:80`, `203.0.113.0/24 -> ${BASTION}:22`];
    expect(ways(await loadSystem('with a bastion'))).toEqual(
      [...open, ...FROM_THE_BASTION, ...INSIDE].sort(),
    );
  });
});

describe.each(PROFILE_NAMES)('security groups, %s', (profile) => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem(profile);
  });

  test('open nothing to the world but ports 80 and 443 of the load balancer', () => {
    const open = ingress(system).filter(({ peer }) => /^(0\.0\.0\.0|::)\/0$/.test(peer));
    for (const { group, protocol, ports } of open) {
      expect(group).toBe(BALANCER);
      expect(protocol).toBe('tcp');
      expect(['80', '443']).toContain(ports);
    }
  });

  test('have the members that they are for: API hosts alone are clients of the database', () => {
    const members = system
      .ofType('AWS::EC2::LaunchTemplate')
      .map(({ name, Properties: { LaunchTemplateData } }) => [
        name,
        LaunchTemplateData.SecurityGroupIds.map((id: string) => groupName(system, id)),
      ]);
    expect(Object.fromEntries(members)).toEqual({
      'ApiStack/LaunchTemplate': [API, CLIENTS],
      'DatabaseStack/LaunchTemplate': [DATABASE],
      'WebStack/LaunchTemplate': [WEB],
    });
    const [balancer] = system.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer');
    const ids: string[] = balancer!.Properties['SecurityGroups'];
    expect(ids.map((id) => groupName(system, id))).toEqual([BALANCER]);
  });

  test('let nothing out but what is named, and the load balancer only to its hosts', () => {
    for (const group of system.ofType('AWS::EC2::SecurityGroup'))
      expect(egress(system).some((rule) => rule.group === group.name)).toBe(true);
    expect(egress(system).filter(({ protocol }) => protocol !== 'tcp')).toEqual([]);
    const fromBalancer = egress(system).filter(({ group }) => group === BALANCER);
    expect(fromBalancer.map(({ peer, ports }) => `${peer}:${ports}`).sort()).toEqual([
      `${API}:3000`,
      `${WEB}:80`,
    ]);
    const anywhere = egress(system).filter(({ peer }) => peer === '0.0.0.0/0');
    expect([...new Set(anywhere.map(({ ports }) => ports))].sort()).toEqual(['443', '80']);
  });

  test('say what each rule is for, in characters that EC2 takes', () => {
    const inline = system
      .ofType('AWS::EC2::SecurityGroup')
      .flatMap(
        ({ Properties: { GroupDescription, SecurityGroupIngress = [], SecurityGroupEgress = [] } }) => [
          GroupDescription,
          ...[...SecurityGroupIngress, ...SecurityGroupEgress].map((rule) => rule.Description),
        ],
      );
    const apart = [
      ...system.ofType('AWS::EC2::SecurityGroupIngress'),
      ...system.ofType('AWS::EC2::SecurityGroupEgress'),
    ].map((place) => place.Properties['Description']);
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
    for (const description of [...inline, ...apart])
      expect(description).toMatch(/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{3,255}$/);
  });

  test('are all in the one VPC', () => {
    const vpc = system.idOf(system.place('NetworkStack/Vpc'));
    for (const group of system.ofType('AWS::EC2::SecurityGroup')) expect(group.Properties['VpcId']).toBe(vpc);
  });
});

describe('the bastion', () => {
  test('is there only with a CIDR', async () => {
    expect(Object.keys((await loadSystem('default')).root.stacks)).not.toContain('BastionStack');
    expect(Object.keys((await loadSystem('with a bastion')).root.stacks)).toContain('BastionStack');
  });

  test('is in a public subnet, with an address that stays', async () => {
    const system = await loadSystem('with a bastion');
    const bastion = system.place('BastionStack/Bastion');
    const subnet = bastion.Properties['SubnetId'] ?? bastion.Properties['NetworkInterfaces'][0].SubnetId;
    expect(system.withId(subnet).name).toBe('NetworkStack/PublicSubnetA');
    const [address] = system
      .ofType('AWS::EC2::EIP')
      .filter((eip) => eip.Properties['InstanceId'] !== undefined);
    expect(system.withId(address!.Properties['InstanceId'])).toBe(bastion);
  });

  test('admits SSH from that CIDR alone, which cannot be the world', async () => {
    const { parameters } = (await loadSystem('with a bastion')).root;
    expect(contains(parameters['SshCidr']!, '203.0.113.7/32')).toBe(true);
    const { AllowedPattern } = (await loadTemplates()).source['template.yaml']!.Parameters!['SshCidr']!;
    for (const world of ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/7'])
      expect(world).not.toMatch(new RegExp(`^(?:${AllowedPattern})$`));
  });
});

test('a database that a changed template opens to the VPC is found', async () => {
  const templates = structuredClone(await loadTemplates());
  const database = templates.translated['stacks/compute/database.yaml']!;
  database.Resources['Opening'] = {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { 'Fn::GetAtt': ['DatabaseSecurityGroup', 'GroupId'] },
      IpProtocol: 'tcp',
      FromPort: 5432,
      ToPort: 5432,
      CidrIp: { Ref: 'VpcCidr' },
    },
  };
  expect(ways(makeSystem(templates, 'default'))).toContain(`10.20.0.0/16 -> ${DATABASE}:5432`);
});
