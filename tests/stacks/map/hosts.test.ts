import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Templates } from '../templates/read-templates.ts';
import { loadSystem, loadTemplates, makeSystem, PROFILE_NAMES, type System } from '../templates/system.ts';

import { type Host, hostsOf, profileOf } from './hosts.ts';

const GROUPS = ['ApiStack', 'DatabaseStack', 'WebStack'];

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

describe('a new release', () => {
  /** The launch templates of a system whose publisher answers with other keys. */
  async function launchTemplates(spoil: (templates: Templates) => void = () => {}): Promise<string[]> {
    const templates = structuredClone(await loadTemplates());
    spoil(templates);
    return hostsOf(makeSystem(templates, 'default')).map(({ userData }) => userData);
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
  const spoilt = hostsOf(makeSystem(templates, 'default')).find(({ name }) => name.startsWith('ApiStack'));
  expect(spoilt!.userData).toContain('{{resolve:');
});
