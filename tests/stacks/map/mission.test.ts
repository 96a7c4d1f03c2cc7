import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Templates } from '../templates/read-templates.ts';
import { loadTemplates } from '../templates/system.ts';

/** What the gallery is made of, and the templates where it lives. The other tests here tell how it is wired. */
const MAP: [named: string, types: string[], templates: string[]][] = [
  [
    'VPC, subnets, Internet Gateway, NAT Gateway, route tables, endpoint, flow log',
    [
      'AWS::EC2::VPC',
      'AWS::EC2::Subnet',
      'AWS::EC2::InternetGateway',
      'AWS::EC2::NatGateway',
      'AWS::EC2::RouteTable',
      'AWS::EC2::Route',
      'AWS::EC2::VPCEndpoint',
      'AWS::EC2::FlowLog',
    ],
    ['stacks/network.yaml'],
  ],
  [
    'security groups, each with the thing it protects',
    ['AWS::EC2::SecurityGroup'],
    ['api', 'bastion', 'database', 'web'].map((name) => `stacks/compute/${name}.yaml`),
  ],
  ['the database on a volume of its own', ['AWS::EC2::Volume'], ['stacks/compute/database.yaml']],
  ['a bastion', ['AWS::EC2::Instance'], ['stacks/compute/bastion.yaml']],
  [
    'hosts in Auto Scaling groups: database, API, web servers',
    ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::LaunchTemplate'],
    ['api', 'database', 'web'].map((name) => `stacks/compute/${name}.yaml`),
  ],
  [
    'scaling of the web servers, and of the API',
    ['AWS::AutoScaling::ScalingPolicy'],
    ['stacks/compute/api.yaml', 'stacks/compute/web.yaml'],
  ],
  [
    'a load balancer',
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::Listener'],
    ['stacks/compute/web.yaml'],
  ],
  ['Lambda resize on upload', ['AWS::Lambda::Permission', 'AWS::SQS::QueuePolicy'], ['stacks/storage.yaml']],
  ['a static website', ['Custom::Website'], ['stacks/storage.yaml']],
  ['a release that is published', ['Custom::Release'], ['stacks/release.yaml']],
  ['CloudFront', ['AWS::CloudFront::Distribution'], ['stacks/edge.yaml']],
  ['one key', ['AWS::KMS::Key'], ['stacks/keys.yaml']],
  [
    'a dashboard, and a topic for alarms',
    ['AWS::CloudWatch::Dashboard', 'AWS::SNS::Topic'],
    ['stacks/watch.yaml'],
  ],
  ['alarms', ['AWS::CloudWatch::Alarm'], ['stacks/alarms.yaml']],
];

describe('the map says where to look for', () => {
  let templates: Templates;
  beforeAll(async () => {
    templates = await loadTemplates();
  });

  test.each(MAP)('%s', (_, types, expected) => {
    for (const type of types) {
      const homes = Object.entries(templates.translated)
        .filter(([, { Resources }]) => Object.values(Resources).some((resource) => resource.Type === type))
        .map(([name]) => name);
      expect([type, homes.sort()]).toEqual([type, expected]);
    }
  });
});
