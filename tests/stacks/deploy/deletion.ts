import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
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
import { DEPLOY_WITHIN_MS } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf, STACK_NAME, statusOfStacks } from './gallery.ts';
import { type Deploy, samDelete } from './sam-deploy.ts';
import { secretsOf } from './secrets.ts';

/** What `sam delete` leaves of a gallery in which a picture is. */
export function describeDeletion(deployed: () => Deployed): void {
  let deletion: Deploy;
  let volume: string;
  let vpc: string;
  let kept: string[];

  describe('sam delete', () => {
    beforeAll(async () => {
      const { gallery, clients, emulator } = deployed();
      volume = resourceOf(gallery, 'DatabaseStack', 'Volume');
      vpc = resourceOf(gallery, 'NetworkStack', 'Vpc');
      const images = outputOf(gallery.nested['StorageStack'], 'ImageBucket');
      await clients.s3.send(new PutObjectCommand({ Bucket: images, Key: 'kept', Body: 'a picture' }));
      kept = [
        images,
        resourceOf(gallery, 'DatabaseStack', 'BackupBucket'),
        resourceOf(gallery, 'LogsStack', 'LogBucket'),
      ];
      deletion = await samDelete(emulator, STACK_NAME);
    }, DEPLOY_WITHIN_MS);

    test('removes root and nested stacks', async () => {
      expect(deletion.succeeded).toBe(true);
      expect(await statusOfStacks(deployed().clients.cloudFormation)).toEqual({});
    });

    test('keeps pictures, backups and logs, and empties and removes every other bucket', async () => {
      const { Buckets = [] } = await deployed().clients.s3.send(new ListBucketsCommand({}));
      const names = Buckets.map(({ Name = '' }) => Name).filter((name) => !name.startsWith('aws-sam-cli'));
      expect(names.sort()).toEqual([...kept].sort());
    });

    test('keeps a snapshot of the volume of the database instead of the volume', async () => {
      const { ec2 } = deployed().clients;
      const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
      expect(Volumes.map(({ VolumeId }) => VolumeId)).not.toContain(volume);
      const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
      expect(Snapshots.map(({ VolumeId }) => VolumeId)).toEqual([volume]);
    });

    test('leaves nothing that costs money by the hour', async () => {
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

    test('leaves no function, queue, role or secret', async () => {
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
