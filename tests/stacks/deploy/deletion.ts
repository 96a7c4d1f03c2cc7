import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeInstancesCommand,
  DescribeNatGatewaysCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { paginateListRoles } from '@aws-sdk/client-iam';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { waitFor } from '../../waiting/wait-for.ts';
import { DEPLOY_WITHIN_MS } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { failuresOf, outputOf, resourceOf, STACK_NAME, statusOfStacks } from './gallery.ts';
import { secretsOf } from './secrets.ts';

/**
 * What is left of a deleted gallery in which a picture was.
 *
 * `sam delete` itself reads the addresses of nested templates first, and knows only those of amazonaws.com; what it
 * then asks CloudFormation for is asked here.
 */
export function describeDeletion(deployed: () => Deployed): void {
  let rootId: string;
  let volume: string;
  let vpc: string;
  let kept: string[];

  describe('a deleted gallery', () => {
    beforeAll(async () => {
      const { gallery, clients } = deployed();
      rootId = gallery.root.StackId!;
      volume = resourceOf(gallery, 'DatabaseStack', 'Volume');
      vpc = resourceOf(gallery, 'NetworkStack', 'Vpc');
      const images = outputOf(gallery.nested['StorageStack'], 'ImageBucket');
      await clients.s3.send(new PutObjectCommand({ Bucket: images, Key: 'kept', Body: 'a picture' }));
      kept = [
        images,
        resourceOf(gallery, 'DatabaseStack', 'BackupBucket'),
        resourceOf(gallery, 'LogsStack', 'LogBucket'),
      ];
      await clients.cloudFormation.send(new DeleteStackCommand({ StackName: STACK_NAME }));
      await waitFor(
        'the deletion',
        async () => !(await statusOfStacks(clients.cloudFormation))[STACK_NAME]?.endsWith('_IN_PROGRESS'),
        DEPLOY_WITHIN_MS,
      );
    }, DEPLOY_WITHIN_MS);

    test('has neither root nor nested stacks any more', async () => {
      const failures = await failuresOf(deployed().clients.cloudFormation, rootId);
      expect(failures.filter((failure) => !failure.startsWith('ReleaseStack: Embedded'))).toEqual([]);
      expect(await statusOfStacks(deployed().clients.cloudFormation)).toEqual({});
    });

    test('has kept pictures, backups and logs, and no other bucket', async () => {
      const { Buckets = [] } = await deployed().clients.s3.send(new ListBucketsCommand({}));
      const names = Buckets.map(({ Name = '' }) => Name).filter((name) => !name.startsWith('aws-sam-cli'));
      expect(names.sort()).toEqual([...kept].sort());
    });

    test('has kept a snapshot of the volume of the database instead of the volume', async () => {
      const { ec2 } = deployed().clients;
      const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
      expect(Volumes.map(({ VolumeId }) => VolumeId)).not.toContain(volume);
      const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
      expect(Snapshots.map(({ VolumeId }) => VolumeId)).toEqual([volume]);
    });

    test('has left nothing that costs money by the hour', async () => {
      const { ec2, autoScaling, loadBalancing } = deployed().clients;
      const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
      expect(Vpcs.map(({ VpcId }) => VpcId)).not.toContain(vpc);
      const { NatGateways = [] } = await ec2.send(new DescribeNatGatewaysCommand({}));
      expect(NatGateways.filter(({ State }) => State !== 'deleted')).toEqual([]);
      const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
      const running = Reservations.flatMap(({ Instances = [] }) => Instances);
      expect(running.filter(({ State }) => State?.Name !== 'terminated')).toEqual([]);
      expect((await autoScaling.send(new DescribeAutoScalingGroupsCommand({}))).AutoScalingGroups).toEqual(
        [],
      );
      expect((await loadBalancing.send(new DescribeLoadBalancersCommand({}))).LoadBalancers).toEqual([]);
    });

    test('has left no function, queue, role or secret', async () => {
      const { lambda, sqs, iam, secrets } = deployed().clients;
      expect((await lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
      expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls ?? []).toEqual([]);
      const roles: string[] = [];
      for await (const page of paginateListRoles({ client: iam }, {})) {
        roles.push(...(page.Roles ?? []).map(({ RoleName = '' }) => RoleName));
      }
      expect(roles.filter((name) => name.startsWith(STACK_NAME))).toEqual([]);
      expect(await secretsOf(secrets)).toEqual([]);
    });
  });
}
