import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { DescribeSecurityGroupsCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder } from '../build/run-folder.ts';
import { samBuild } from '../build/sam-build.ts';
import { MARK, withHalfWrittenRelease, withNextRelease } from './changed-build.ts';
import { describeDeletion } from './deletion.ts';
import { ANSWERS, DEPLOY_WITHIN_MS, deployGallery } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { describeGallery, failuresOf, outputOf, resourceOf, STACK_NAME, statusOfStacks } from './gallery.ts';
import { userDataOf } from './launch-template.ts';
import { type Answers, samDeployGuided } from './sam-deploy.ts';

let deployed: Deployed;
let folder: string;
/** What is served at the moment; the tests below go from release to release in their order. */
let build: string;

beforeAll(async () => {
  build = await samBuild();
  folder = await mkdtemp(path.join(runFolder(), 'updates-'));
  deployed = await deployGallery();
}, DEPLOY_WITHIN_MS);
afterAll(() => deployed?.emulator.stop());

async function deployAgain(from: string, answers: Answers): Promise<void> {
  const { emulator, clients } = deployed;
  const deploy = await samDeployGuided(emulator, from, answers);
  deployed = { emulator, clients, deploy, gallery: await describeGallery(clients.cloudFormation) };
}

async function firstPage(): Promise<string> {
  const Bucket = outputOf(deployed.gallery.nested['StorageStack'], 'WebsiteBucket');
  const object = await deployed.clients.s3.send(new GetObjectCommand({ Bucket, Key: 'index.html' }));
  return (await object.Body?.transformToString()) ?? '';
}

async function versionThatRuns(stack: string): Promise<string | undefined> {
  const name = resourceOf(deployed.gallery, stack, 'AutoScalingGroup');
  const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
  const { AutoScalingGroups = [] } = await deployed.clients.autoScaling.send(command);
  return AutoScalingGroups[0]?.LaunchTemplate?.Version;
}

describe('a deploy of the next release', () => {
  beforeAll(async () => {
    expect(await firstPage()).not.toContain(MARK);
    build = await withNextRelease(build, path.join(folder, 'next'));
    await deployAgain(build, ANSWERS);
  }, DEPLOY_WITHIN_MS);

  test('updates the gallery', () => {
    expect(deployed.deploy.succeeded).toBe(true);
    expect(deployed.gallery.root.StackStatus).toBe('UPDATE_COMPLETE');
  });

  test('publishes the new page', async () => {
    expect(await firstPage()).toContain(MARK);
  });

  test('gives the web servers a new launch template, and leaves hosts alone whose release is the same', async () => {
    const release = outputOf(deployed.gallery.nested['ReleaseStack'], 'WebRelease');
    expect(await userDataOf(deployed, 'WebStack')).toContain(release);
    expect(await versionThatRuns('WebStack')).toBe('2');
    expect(await versionThatRuns('ApiStack')).toBe('1');
    expect(await versionThatRuns('DatabaseStack')).toBe('1');
  });
});

describe('a deploy with other parameters', () => {
  let volume: string;

  beforeAll(async () => {
    volume = resourceOf(deployed.gallery, 'DatabaseStack', 'Volume');
    await deployAgain(build, WITH_BASTION);
  }, DEPLOY_WITHIN_MS);

  test('updates the gallery', () => {
    expect(deployed.deploy.succeeded).toBe(true);
    expect(deployed.gallery.root.StackStatus).toBe('UPDATE_COMPLETE');
  });

  test('grows the volume of the database where it is', async () => {
    const { Volumes = [] } = await deployed.clients.ec2.send(
      new DescribeVolumesCommand({ VolumeIds: [volume] }),
    );
    expect(Volumes.map(({ Size }) => Size)).toEqual([40]);
    expect(resourceOf(deployed.gallery, 'DatabaseStack', 'Volume')).toBe(volume);
  });

  test('makes a bastion that admits SSH from the given addresses alone', async () => {
    expect(deployed.gallery.nested['BastionStack']?.StackStatus).toBe('CREATE_COMPLETE');
    const GroupIds = [outputOf(deployed.gallery.nested['BastionStack'], 'SecurityGroup')];
    const { SecurityGroups = [] } = await deployed.clients.ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds }),
    );
    expect(SecurityGroups[0]?.IpPermissions).toMatchObject([
      { FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.7/32' }], UserIdGroupPairs: [] },
    ]);
  });

  test('lets the bastion, and nobody else, reach the hosts by SSH', async () => {
    const bastion = outputOf(deployed.gallery.nested['BastionStack'], 'SecurityGroup');
    const groups = {
      WebStack: 'WebSecurityGroup',
      ApiStack: 'ApiSecurityGroup',
      DatabaseStack: 'DatabaseSecurityGroup',
    };
    for (const [stack, group] of Object.entries(groups)) {
      const GroupIds = [resourceOf(deployed.gallery, stack, group)];
      const { SecurityGroups = [] } = await deployed.clients.ec2.send(
        new DescribeSecurityGroupsCommand({ GroupIds }),
      );
      const ssh = SecurityGroups[0]?.IpPermissions?.filter(({ FromPort }) => FromPort === 22) ?? [];
      expect(
        ssh.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ GroupId }) => GroupId)),
      ).toEqual([bastion]);
      expect(ssh.flatMap(({ IpRanges = [] }) => IpRanges)).toEqual([]);
    }
  });
});

describe('a deploy of a release that is half written', () => {
  let webRelease: string;

  beforeAll(async () => {
    webRelease = outputOf(deployed.gallery.nested['ReleaseStack'], 'WebRelease');
    await deployAgain(await withHalfWrittenRelease(build, path.join(folder, 'broken')), WITH_BASTION);
  }, DEPLOY_WITHIN_MS);

  test('fails with the reason, and goes back', async () => {
    expect(deployed.deploy.succeeded).toBe(false);
    expect(deployed.gallery.root.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const failures = await failuresOf(deployed.clients.cloudFormation, STACK_NAME);
    expect(failures[0]).toMatch(/^ReleaseStack: .*The release is not whole: web\.tar\.gz/s);
  });

  test('leaves every nested stack as it was', () => {
    const statuses = Object.values(deployed.gallery.nested).map(({ StackStatus }) => StackStatus);
    expect(
      statuses.filter((status) => !/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(status ?? '')),
    ).toEqual([]);
  });

  test('leaves the release before it serving', async () => {
    expect(await firstPage()).toContain(MARK);
    expect(outputOf(deployed.gallery.nested['ReleaseStack'], 'WebRelease')).toBe(webRelease);
    expect(await userDataOf(deployed, 'WebStack')).toContain(webRelease);
    expect(await versionThatRuns('WebStack')).toBe('3');
  });
});

describe('a deploy with bad input', () => {
  test.each([
    ['VpcCidr', '10.20.0.0/33', /VpcCidr/],
    ['NatGateways', 'two', /NatGateways/],
    ['SshKeyPair', 'ada', /A bastion needs SshCidr/],
    ['WebInstanceType', 't3.micro', /WebInstanceType must be of the arm64 architecture/],
  ])(
    'is refused before anything is made: %s=%s',
    async (parameter, value, sentence) => {
      const answers = { ...ANSWERS, 'Stack Name': 'refused', [`Parameter ${parameter}`]: value };
      const { succeeded, said } = await samDeployGuided(deployed.emulator, build, answers);
      expect(succeeded).toBe(false);
      expect(said.replaceAll(/\s+/g, ' ')).toMatch(sentence);
      const stacks = await statusOfStacks(deployed.clients.cloudFormation);
      expect(Object.keys(stacks).filter((name) => name.startsWith('refused'))).toEqual([]);
    },
    DEPLOY_WITHIN_MS,
  );
});

describeDeletion(() => deployed);

const WITH_BASTION: Answers = {
  ...ANSWERS,
  'Parameter SshCidr': '203.0.113.7/32',
  'Parameter SshKeyPair': 'ada',
  'Parameter DatabaseVolumeGiB': '40',
};
