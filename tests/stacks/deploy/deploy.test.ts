import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEPLOY_WITHIN_MS, deployGallery } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { outputOf } from './gallery.ts';
import { describeHosts } from './hosts.ts';
import { describeLoadBalancing } from './load-balancing.ts';
import { describeNetwork } from './network.ts';
import { describePublished } from './published.ts';
import { describeSecurityGroups } from './security-groups.ts';
import { describeStorage } from './storage.ts';

let deployed: Deployed;

beforeAll(async () => {
  deployed = await deployGallery();
}, DEPLOY_WITHIN_MS);
afterAll(() => deployed?.emulator.stop());

describe('sam deploy --guided', () => {
  test('asks one question that has no default', () => {
    const parameters = deployed.deploy.questions.filter((question) => question.startsWith('Parameter '));
    expect(parameters).toContain('Parameter AdminEmail []');
    for (const question of parameters) {
      const name = /^Parameter (\w+) /.exec(question)?.[1];
      const isOptional = /^Parameter \w+ \[[^\]]/.test(question) || EMPTY_BY_DEFAULT.includes(name ?? '');
      expect({ name, isOptional }).toEqual({ name, isOptional: name !== 'AdminEmail' });
    }
  });

  test('makes the root and every nested stack', () => {
    const statuses = Object.entries(deployed.gallery.nested).map(([name, { StackStatus }]) => [
      name,
      StackStatus,
    ]);
    expect(deployed.gallery.root.StackStatus).toBe('CREATE_COMPLETE');
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(NESTED_STACKS.map((name) => [name, 'CREATE_COMPLETE'])),
    );
  });

  test('ends with where the gallery is, on HTTPS', () => {
    expect(outputOf(deployed.gallery.root, 'SiteUrl')).toMatch(/^https:\/\/[a-z0-9]+\.cloudfront\.net$/);
    expect(deployed.deploy.said).toContain(outputOf(deployed.gallery.root, 'SiteUrl'));
  });
});

describeNetwork(() => deployed);
describeSecurityGroups(() => deployed);
describeHosts(() => deployed);
describeLoadBalancing(() => deployed);
describeStorage(() => deployed);
describePublished(() => deployed);

/** Empty means without: no alarms by mail, no domain, no bastion. */
const EMPTY_BY_DEFAULT = ['AlarmEmail', 'DomainName', 'CertificateArn', 'SshCidr', 'SshKeyPair'];

/** All but the bastion's, which is made only where an operator gives the addresses that may use it. */
const NESTED_STACKS = [
  'AlarmsStack',
  'ApiStack',
  'DatabaseStack',
  'EdgeStack',
  'KeysStack',
  'LogsStack',
  'NetworkStack',
  'ReleaseStack',
  'StorageStack',
  'WatchStack',
  'WebStack',
];
