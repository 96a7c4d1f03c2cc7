import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Templates } from '../templates/read-templates.ts';
import { loadSystem, loadTemplates, type Place, PROFILE_NAMES, System } from '../templates/system.ts';

const GROUPS = ['ApiStack', 'DatabaseStack', 'WebStack'];

/** What a host is started with, whether a launch template or the bastion's own resource says it. */
interface Host {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is CloudFormation's own.
  data: Record<string, any>;
  userData: string;
}

function hostsOf(system: System): Host[] {
  const read = (place: Place, data: Host['data']) => ({
    name: place.name,
    data,
    userData: Buffer.from(data['UserData'], 'base64').toString(),
  });
  return [
    ...system
      .ofType('AWS::EC2::LaunchTemplate')
      .map((each) => read(each, each.Properties['LaunchTemplateData'])),
    ...system.ofType('AWS::EC2::Instance').map((each) => read(each, each.Properties)),
  ];
}

function profileOf(system: System, host: Host): Place {
  const { IamInstanceProfile: profile } = host.data;
  return system.withId(typeof profile === 'string' ? profile : (profile.Arn ?? profile.Name));
}

describe.each(PROFILE_NAMES)('every host, %s', (profile) => {
  let system: System;
  let hosts: Host[];
  beforeAll(async () => {
    system = await loadSystem(profile);
    hosts = hostsOf(system);
  });

  test('is one of an API, a database and a web server, and the bastion where there is one', () => {
    const expected = GROUPS.map((stack) => `${stack}/LaunchTemplate`);
    if (profile === 'with a bastion') expected.push('BastionStack/Bastion');
    expect(hosts.map((host) => host.name).sort()).toEqual(expected.sort());
  });

  test('gives credentials to nobody who has no session token, nor one hop further', () => {
    for (const { data } of hosts)
      expect(data['MetadataOptions']).toEqual({
        HttpEndpoint: 'enabled',
        HttpTokens: 'required',
        HttpPutResponseHopLimit: 1,
      });
  });

  test('has encrypted disks that go with it', () => {
    for (const { name, data } of hosts) {
      expect([name, data['BlockDeviceMappings']?.length]).toEqual([name, 1]);
      expect(data['BlockDeviceMappings'][0].Ebs).toMatchObject({
        Encrypted: true,
        DeleteOnTermination: true,
      });
    }
  });

  test('starts Debian from the image that the public parameter names for its processor', () => {
    const processor = profile === 'x86_64' ? 'amd64' : 'arm64';
    for (const { data } of hosts)
      expect(data['ImageId']).toBe(`{{ssm:/aws/service/debian/release/13/latest/${processor}}}`);
  });

  test('has a role of its own, by an instance profile', () => {
    const roles = hosts.map((host) => {
      const { Type, Properties } = profileOf(system, host);
      expect(Type).toBe('AWS::IAM::InstanceProfile');
      return system.withId(Properties['Roles'][0]).name;
    });
    expect(roles.sort()).toEqual(hosts.map(({ name }) => name.replace(/[^/]+$/, 'Role')).sort());
  });

  test('gets no public address by itself', () => {
    for (const { data } of hosts)
      for (const face of data['NetworkInterfaces'] ?? []) expect(face.AssociatePublicIpAddress).toBe(false);
    const privateSubnets = String(system.stack('NetworkStack').outputs['PrivateSubnets']).split(',');
    for (const group of system.ofType('AWS::AutoScaling::AutoScalingGroup'))
      for (const subnet of group.Properties['VPCZoneIdentifier']) expect(privateSubnets).toContain(subnet);
  });

  test('has user data that is small, and stops at the first fault', () => {
    for (const { userData } of hosts) {
      // EC2 takes 16 KiB.
      expect(userData.length).toBeLessThan(4096);
      expect(userData).toMatch(/^#!\/bin\/bash\n/);
      expect(userData).toContain('set -euo pipefail');
      expect(userData).not.toMatch(/\$\{(AWS::|[A-Z][A-Za-z]+\})/);
    }
  });

  test('is told no secret, only where secrets are', () => {
    for (const { userData } of hosts) {
      expect(userData).not.toContain('{{resolve:');
      for (const [line, name, value] of userData.matchAll(/^(\w*(?:SECRET|PASSWORD|TOKEN)\w*)=(.*)$/gm))
        expect([name, value, line]).toEqual([name, expect.stringMatching(/^arn:aws:secretsmanager:/), line]);
    }
  });

  test('fetches its release from the bucket of releases, and nothing from elsewhere but Debian', () => {
    const bucket = String(system.stack('ReleaseStack').outputs['ReleaseBucket']);
    for (const { userData } of hosts) {
      const sources = [...userData.matchAll(/s3:\/\/([^/]+)\//g)].map((match) => match[1]);
      expect(sources.length).toBeGreaterThan(0);
      expect(new Set(sources)).toEqual(new Set([bucket]));
      expect(userData).not.toMatch(/(?<!QUEUE_URL=)https?:\/\/|curl|wget|pip |npm /);
    }
  });

  test('tells CloudFormation how its installation went, also where it failed', () => {
    for (const { name, userData } of hosts) {
      const stack = system.stack(name.split('/')[0]!);
      const target = name.startsWith('Bastion') ? 'BastionIsReady' : 'AutoScalingGroup';
      expect(userData).toMatch(/trap finish EXIT/);
      expect(userData).toMatch(
        /aws cloudformation signal-resource --stack-name arn:aws:cloudformation:\S+\/root-/,
      );
      expect(userData).toContain(`--logical-resource-id ${target}`);
      const waits = stack.resources[target]!.CreationPolicy?.['ResourceSignal'];
      expect(waits).toMatchObject({ Timeout: expect.stringMatching(/^PT\d+M$/) });
    }
  });

  test('is named in the console, disks too', () => {
    for (const { name, data } of hosts) {
      if (name === 'BastionStack/Bastion') {
        expect(data).toMatchObject({ PropagateTagsToVolumeOnCreation: true });
        expect(data['Tags']).toContainEqual({ Key: 'Name', Value: 'root bastion' });
        continue;
      }
      const tagged = data['TagSpecifications'].map((each: { ResourceType: string }) => each.ResourceType);
      expect(tagged.sort()).toEqual(['instance', 'volume']);
      for (const { Tags } of data['TagSpecifications'])
        expect(Tags).toContainEqual({ Key: 'Name', Value: expect.stringMatching(/^root \w/) });
    }
  });

  test('logs to a log group that is kept as long as the operator says', () => {
    for (const { name, userData } of hosts) {
      const group = system.place(name.replace(/[^/]+$/, 'LogGroup'));
      expect(userData).toContain(`LOG_GROUP=${system.idOf(group)}\n`);
    }
  });
});

describe('groups of hosts', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test.each(GROUPS)('%s starts hosts from the newest version of its launch template', (stack) => {
    const group = system.place(`${stack}/AutoScalingGroup`);
    const { LaunchTemplateId, Version } = group.Properties['LaunchTemplate'];
    expect(system.withId(LaunchTemplateId).name).toBe(`${stack}/LaunchTemplate`);
    expect(Version).toMatch(/latestversionnumber$/);
  });

  test.each(GROUPS)(
    '%s replaces hosts one by one, each when the one before has said that it serves',
    (stack) => {
      const { MinSize } = system.place(`${stack}/AutoScalingGroup`).Properties;
      const update = system.place(`${stack}/AutoScalingGroup`).UpdatePolicy?.['AutoScalingRollingUpdate'];
      const stays = stack === 'DatabaseStack' ? 0 : MinSize;
      expect(update).toMatchObject({
        MaxBatchSize: 1,
        WaitOnResourceSignals: true,
        MinInstancesInService: stays,
      });
    },
  );

  test.each(['ApiStack', 'WebStack'])('%s waits at creation for as many hosts as there must be', (stack) => {
    const group = system.place(`${stack}/AutoScalingGroup`);
    expect(group.CreationPolicy?.['ResourceSignal']).toMatchObject({ Count: group.Properties['MinSize'] });
    expect(group.Properties['MaxSize']).toBeGreaterThan(group.Properties['MinSize']);
  });

  test.each(['ApiStack', 'WebStack'])(
    '%s spreads hosts over both private subnets and keeps to ELB health',
    (stack) => {
      const { VPCZoneIdentifier, HealthCheckType, TargetGroupARNs } = system.place(
        `${stack}/AutoScalingGroup`,
      ).Properties;
      const names = VPCZoneIdentifier.map((id: string) => system.withId(id).name);
      expect(names).toEqual(['NetworkStack/PrivateSubnetA', 'NetworkStack/PrivateSubnetB']);
      expect(HealthCheckType).toBe('ELB');
      expect(TargetGroupARNs.map((arn: string) => system.withId(arn).name)).toEqual([`${stack}/TargetGroup`]);
    },
  );

  test.each(['ApiStack', 'WebStack'])('%s scales on its processors', (stack) => {
    const policies = system.ofType('AWS::AutoScaling::ScalingPolicy').filter(({ Properties }) => {
      const { PredefinedMetricSpecification } = Properties['TargetTrackingConfiguration'];
      return PredefinedMetricSpecification.PredefinedMetricType === 'ASGAverageCPUUtilization';
    });
    const [policy, ...more] = policies.filter((each) => each.name.startsWith(`${stack}/`));
    expect(more).toEqual([]);
    expect(system.withId(policy!.Properties['AutoScalingGroupName']).name).toBe(`${stack}/AutoScalingGroup`);
    expect(policy!.Properties['PolicyType']).toBe('TargetTrackingScaling');
    const { TargetValue } = policy!.Properties['TargetTrackingConfiguration'];
    expect(TargetValue).toBeGreaterThanOrEqual(30);
    expect(TargetValue).toBeLessThanOrEqual(75);
  });

  test('the database is always one host, in the zone of its volume', () => {
    const { MinSize, MaxSize, VPCZoneIdentifier } = system.place('DatabaseStack/AutoScalingGroup').Properties;
    expect([Number(MinSize), Number(MaxSize)]).toEqual([1, 1]);
    const [subnet, ...others] = VPCZoneIdentifier.map((id: string) => system.withId(id));
    expect(others).toEqual([]);
    const zone = system.place('DatabaseStack/Volume').Properties['AvailabilityZone'];
    expect(subnet.name).toBe('NetworkStack/PrivateSubnetA');
    expect(zone).toBe(`${system.idOf(subnet)}.availabilityzone`);
  });

  test('the database host is told its volume, its bucket of backups and the name it answers to', () => {
    const [host] = hostsOf(system).filter(({ name }) => name.startsWith('DatabaseStack'));
    const { Volume, BackupBucket, Endpoint } = system.stack('DatabaseStack').outputs;
    expect(host!.userData).toContain(`VOLUME=${Volume}\n`);
    expect(host!.userData).toContain(`BACKUP_BUCKET=${BackupBucket}\n`);
    expect(host!.userData).toContain(`DATABASE_ENDPOINT=${Endpoint}\n`);
    const [zone] = system.ofType('AWS::Route53::HostedZone');
    expect(String(Endpoint)).toMatch(new RegExp(`\\.${zone!.Properties['Name']}$`));
    expect(zone!.Properties['VPCs']).toEqual([
      { VPCId: system.idOf(system.place('NetworkStack/Vpc')), VPCRegion: expect.any(String) },
    ]);
  });
});

describe('a new release', () => {
  /** The launch templates of a system whose publisher answers with other keys. */
  async function launchTemplates(spoil: (templates: Templates) => void = () => {}): Promise<string[]> {
    const templates = structuredClone(await loadTemplates());
    spoil(templates);
    return hostsOf(new System(templates, 'default')).map(({ userData }) => userData);
  }

  test.each([
    ['ApiRelease', 'ApiStack'],
    ['NodeRelease', 'ApiStack'],
    ['WebRelease', 'WebStack'],
    ['DatabaseRelease', 'DatabaseStack'],
  ])('%s changes the launch template of %s, so that its hosts are replaced', async (output, stack) => {
    const names = hostsOf(await loadSystem('default')).map(({ name }) => name);
    const before = await launchTemplates();
    const after = await launchTemplates((templates) => {
      templates.translated['stacks/release.yaml']!.Outputs![output]!.Value = 'of/another/release.tar.gz';
    });
    const changed = names.filter((_, index) => before[index] !== after[index]);
    expect(changed).toEqual([`${stack}/LaunchTemplate`]);
  });
});

test('a secret that a changed template writes into user data is found', async () => {
  const templates = structuredClone(await loadTemplates());
  const { Parameters } = templates.translated['stacks/compute/api.yaml']!;
  expect(Parameters).toHaveProperty('DatabaseSecret');
  const root = templates.translated['template.yaml']!.Resources['ApiStack']!.Properties!;
  (root['Parameters'] as Record<string, string>)['DatabaseSecret'] = '{{resolve:secretsmanager:name}}';
  const spoilt = hostsOf(new System(templates, 'default')).find(({ name }) => name.startsWith('ApiStack'));
  expect(spoilt!.userData).toContain('{{resolve:');
});
