import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeListenersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetBucketCorsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { samBuild } from '../build/sam-build.ts';
import { ANSWERS, DEPLOY_WITHIN_MS, deployGallery } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { describeGallery, outputOf, resourceOf } from './gallery.ts';
import { launchTemplateOf } from './launch-template.ts';
import { type Answers, samDeployGuided } from './sam-deploy.ts';

const HIGH_AVAILABILITY = ['--config-env', 'high-availability'];
const CERTIFICATE = 'arn:aws:acm:eu-central-1:000000000000:certificate/7a0f3c1e-0000-4000-8000-000000000001';

let deployed: Deployed;

beforeAll(async () => {
  deployed = await deployGallery(ANSWERS, HIGH_AVAILABILITY);
}, DEPLOY_WITHIN_MS);
afterAll(() => deployed?.emulator.stop());

async function deployAgain(answers: Answers): Promise<void> {
  const { emulator, clients } = deployed;
  const deploy = await samDeployGuided(emulator, await samBuild(), answers, HIGH_AVAILABILITY);
  if (!deploy.succeeded) throw new Error(deploy.said);
  deployed = { emulator, clients, deploy, gallery: await describeGallery(clients.cloudFormation) };
}

async function listeners(): Promise<string[]> {
  const LoadBalancerArn = resourceOf(deployed.gallery, 'WebStack', 'LoadBalancer');
  const answer = await deployed.clients.loadBalancing.send(new DescribeListenersCommand({ LoadBalancerArn }));
  const found = answer.Listeners ?? [];
  return found.map(
    ({ Protocol, Port, DefaultActions }) => `${Protocol} ${Port} ${DefaultActions?.[0]?.Type}`,
  );
}

describe('the high-availability profile', () => {
  test('leads each private subnet to a NAT gateway in its own zone', async () => {
    const { ec2 } = deployed.clients;
    const subnets = outputOf(deployed.gallery.nested['NetworkStack'], 'PrivateSubnets').split(',');
    const { NatGateways = [] } = await ec2.send(new DescribeNatGatewaysCommand({}));
    const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({}));
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
    const zoneOf = (id?: string) => Subnets.find(({ SubnetId }) => SubnetId === id)?.AvailabilityZone;
    expect(NatGateways).toHaveLength(2);
    for (const subnet of subnets) {
      const table = RouteTables.find(({ Associations }) =>
        Associations?.some(({ SubnetId }) => SubnetId === subnet),
      );
      const out = table?.Routes?.find(({ DestinationCidrBlock }) => DestinationCidrBlock === '0.0.0.0/0');
      const gateway = NatGateways.find(({ NatGatewayId }) => NatGatewayId === out?.NatGatewayId);
      expect(zoneOf(gateway?.SubnetId)).toBe(zoneOf(subnet));
    }
  });

  test('has larger hosts, and on each side of a failing zone as many as the load needs', async () => {
    expect((await launchTemplateOf(deployed, 'DatabaseStack')).InstanceType).toBe('m7g.large');
    const name = resourceOf(deployed.gallery, 'ApiStack', 'AutoScalingGroup');
    const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
    const { AutoScalingGroups = [] } = await deployed.clients.autoScaling.send(command);
    expect(AutoScalingGroups).toMatchObject([{ MinSize: 4, MaxSize: 12 }]);
  });
});

describe('a gallery with a certificate of its own instead of CloudFront', () => {
  beforeAll(
    () =>
      deployAgain({
        ...ANSWERS,
        'Parameter Https': 'certificate',
        'Parameter DomainName': 'gallery.example.org',
        'Parameter CertificateArn': CERTIFICATE,
      }),
    DEPLOY_WITHIN_MS,
  );

  test('serves HTTPS on the load balancer, and leads from HTTP to it', async () => {
    expect((await listeners()).sort()).toEqual(['HTTP 80 redirect', 'HTTPS 443 forward']);
  });

  test('has no CloudFront any more', () => {
    expect(Object.keys(deployed.gallery.nested)).not.toContain('EdgeStack');
  });

  test('is at its domain, whose pages may upload', async () => {
    expect(outputOf(deployed.gallery.root, 'SiteUrl')).toBe('https://gallery.example.org');
    const Bucket = outputOf(deployed.gallery.nested['StorageStack'], 'ImageBucket');
    const { CORSRules = [] } = await deployed.clients.s3.send(new GetBucketCorsCommand({ Bucket }));
    expect(CORSRules[0]?.AllowedOrigins).toContain('https://gallery.example.org');
  });
});

describe('a gallery for trials, without HTTPS', () => {
  beforeAll(() => deployAgain({ ...ANSWERS, 'Parameter Https': 'none' }), DEPLOY_WITHIN_MS);

  test('serves HTTP on the load balancer', async () => {
    expect(await listeners()).toEqual(['HTTP 80 forward']);
    expect(outputOf(deployed.gallery.root, 'SiteUrl')).toMatch(/^http:\/\/web-[0-9a-f]+-[a-z0-9.-]+$/);
  });

  test('warns of it', () => {
    expect(outputOf(deployed.gallery.root, 'Warning')).toMatch(/in clear/);
  });
});
