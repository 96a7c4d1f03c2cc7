import { DescribeAutoScalingGroupsCommand, DescribePoliciesCommand } from '@aws-sdk/client-auto-scaling';
import { DescribeLaunchTemplateVersionsCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { GetInstanceProfileCommand } from '@aws-sdk/client-iam';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf } from './gallery.ts';
import { launchTemplateOf, userDataOf } from './launch-template.ts';
import { secretsOf } from './secrets.ts';

const STACKS = ['DatabaseStack', 'ApiStack', 'WebStack'] as const;

/** What EC2, Auto Scaling and IAM say of the hosts. */
export function describeHosts(deployed: () => Deployed): void {
  async function groupOf(stack: string) {
    const name = resourceOf(deployed().gallery, stack, 'AutoScalingGroup');
    const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
    const { AutoScalingGroups = [] } = await deployed().clients.autoScaling.send(command);
    return AutoScalingGroups[0]!;
  }

  describe('hosts', () => {
    test('are one for the database, and two to six for API and web', async () => {
      const sizes = await Promise.all(STACKS.map(groupOf));
      expect(sizes.map(({ MinSize, MaxSize }) => [MinSize, MaxSize])).toEqual([
        [1, 1],
        [2, 6],
        [2, 6],
      ]);
    });

    test('are in private subnets, the database in the zone of its volume', async () => {
      const network = deployed().gallery.nested['NetworkStack'];
      const [database, api, web] = await Promise.all(STACKS.map(groupOf));
      expect(database?.VPCZoneIdentifier).toBe(outputOf(network, 'DatabaseSubnet'));
      expect(api?.VPCZoneIdentifier).toBe(outputOf(network, 'PrivateSubnets'));
      expect(web?.VPCZoneIdentifier).toBe(outputOf(network, 'PrivateSubnets'));
    });

    test.each(['ApiStack', 'WebStack'])(
      'of the %s are judged by the load balancer and scale on CPU',
      async (stack) => {
        const group = await groupOf(stack);
        expect(group.HealthCheckType).toBe('ELB');
        const command = new DescribePoliciesCommand({ AutoScalingGroupName: group.AutoScalingGroupName });
        const { ScalingPolicies = [] } = await deployed().clients.autoScaling.send(command);
        const metrics = ScalingPolicies.map(
          (policy) => policy.TargetTrackingConfiguration?.PredefinedMetricSpecification,
        );
        expect(metrics.map((metric) => metric?.PredefinedMetricType)).toContain('ASGAverageCPUUtilization');
      },
    );

    test.each(STACKS)(
      'of the %s run the newest launch template: Debian, IMDSv2, encrypted',
      async (stack) => {
        const group = await groupOf(stack);
        const { clients } = deployed();
        const command = new DescribeLaunchTemplateVersionsCommand({
          LaunchTemplateId: group.LaunchTemplate?.LaunchTemplateId,
          Versions: ['$Latest'],
        });
        const { LaunchTemplateVersions = [] } = await clients.ec2.send(command);
        expect(group.LaunchTemplate?.Version).toBe(String(LaunchTemplateVersions[0]?.VersionNumber));
        const data = await launchTemplateOf(deployed(), stack);
        const debian = new GetParameterCommand({ Name: '/aws/service/debian/release/13/latest/arm64' });
        expect(data.ImageId).toBe((await clients.ssm.send(debian)).Parameter?.Value);
        expect(data.InstanceType).toMatch(/^t4g\./);
        expect(data.MetadataOptions?.HttpTokens).toBe('required');
        expect(data.BlockDeviceMappings?.map((device) => device.Ebs?.Encrypted)).toEqual([true]);
      },
    );

    test.each(STACKS)('of the %s act by a role of their own', async (stack) => {
      // AWS says the name of it, the emulator its ARN.
      const name = resourceOf(deployed().gallery, stack, 'InstanceProfile').split('/').at(-1);
      const command = new GetInstanceProfileCommand({ InstanceProfileName: name });
      const { InstanceProfile } = await deployed().clients.iam.send(command);
      const roles = InstanceProfile?.Roles?.map((role) => role.RoleName);
      expect(roles).toEqual([resourceOf(deployed().gallery, stack, 'Role')]);
      expect((await launchTemplateOf(deployed(), stack)).IamInstanceProfile?.Arn).toBe(InstanceProfile?.Arn);
    });

    test('are told where everything is, and no secret', async () => {
      const { gallery, clients } = deployed();
      const api = await userDataOf(deployed(), 'ApiStack');
      expect(api).toContain(`IMAGE_BUCKET=${outputOf(gallery.nested['StorageStack'], 'ImageBucket')}\n`);
      expect(api).toContain(
        `RESULTS_QUEUE_URL=${outputOf(gallery.nested['StorageStack'], 'ResultsQueue')}\n`,
      );
      expect(api).toMatch(/^ADMIN_EMAIL='?ada@example\.org'?$/m);
      const database = await userDataOf(deployed(), 'DatabaseStack');
      const volume = resourceOf(gallery, 'DatabaseStack', 'Volume');
      expect(database).toContain(`VOLUME=${volume}\n`);
      for (const secret of await secretsOf(clients.secrets)) {
        for (const stack of STACKS) expect(await userDataOf(deployed(), stack)).not.toContain(secret);
      }
    });

    test('of the database have an encrypted volume of their own in their zone', async () => {
      const { gallery, clients } = deployed();
      const volume = resourceOf(gallery, 'DatabaseStack', 'Volume');
      const { Volumes = [] } = await clients.ec2.send(new DescribeVolumesCommand({ VolumeIds: [volume] }));
      const zone = outputOf(gallery.nested['NetworkStack'], 'DatabaseZone');
      expect(Volumes).toMatchObject([
        { AvailabilityZone: zone, Encrypted: true, Size: 20, VolumeType: 'gp3' },
      ]);
    });
  });
}
