import { beforeAll, describe, expect, test } from '@jest/globals';
import { refusals } from './check-parameters.ts';
import { ROOT } from './read-templates.ts';
import { loadTemplates, makeSystem, PROFILE_NAMES, parametersOf } from './system.ts';
import type { Template } from './template.ts';

let root: Template;
beforeAll(async () => {
  root = (await loadTemplates()).source[ROOT]!;
});

/** What is said to these parameters beside an address for the administrator. */
function said(given: Record<string, string>): string[] {
  return refusals(root, { AdminEmail: 'ada@example.org', ...given });
}

const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

describe('before anything is made, these are refused in a sentence:', () => {
  test.each([
    ['no address for the administrator', { AdminEmail: '' }],
    ['an address that is none', { AdminEmail: 'ada' }],
    ['an address that a shell would take for a command', { AdminEmail: 'ada$(reboot)@example.org' }],
    ['two addresses for alarms', { AlarmEmail: 'a@example.org,b@example.org' }],
    ['a CIDR that is not one', { VpcCidr: '10.0.0.0' }],
    ['a CIDR with too large a number', { VpcCidr: '10.256.0.0/16' }],
    ['a CIDR whose subnets would not fit', { VpcCidr: '10.20.0.0/24' }],
    ['a CIDR that is not at the start of its block', { VpcCidr: '10.20.1.0/16' }],
    ['a CIDR of public addresses', { VpcCidr: '8.8.0.0/16' }],
    ['several CIDRs, which might overlap', { VpcCidr: '10.20.0.0/16,10.20.0.0/17' }],
    ['an unknown NAT choice', { NatGateways: 'two' }],
    ['an unknown architecture', { Architecture: 'riscv64' }],
    ['an unknown way to HTTPS', { Https: 'sometimes' }],
    ['an unknown choice of who signs up', { SignUp: 'maybe' }],
    ['SSH from the whole world', { SshCidr: '0.0.0.0/0', SshKeyPair: 'operator' }],
    ['SSH from half of the world', { SshCidr: '0.0.0.0/1', SshKeyPair: 'operator' }],
    ['SSH from no CIDR', { SshCidr: '203.0.113.7', SshKeyPair: 'operator' }],
    ['SSH from a CIDR with too long a prefix', { SshCidr: '203.0.113.7/33', SshKeyPair: 'operator' }],
    [
      'a domain with upper case',
      { Https: 'certificate', DomainName: 'Gallery.example.org', CertificateArn: ARN },
    ],
    [
      'a certificate that is no ARN',
      { Https: 'certificate', DomainName: 'a.example.org', CertificateArn: 'mine' },
    ],
    ['an instance type that EC2 does not know', { WebInstanceType: 't99.enormous' }],
    ['no web server at all', { WebMinHosts: '0' }],
    ['a number that is none', { ApiMaxHosts: 'many' }],
    ['a volume that is too small', { DatabaseVolumeGiB: '1' }],
    ['a function with too little memory', { ResizeMemoryMiB: '128' }],
    ['a log retention that CloudWatch does not offer', { LogRetentionInDays: '12' }],
    ['a parameter that is not there', { Colour: 'blue' }],
  ])('%s', (_, given) => {
    const [sentence, ...more] = said(given);
    expect(more).toEqual([]);
    expect(sentence).toContain(`Parameter ${Object.keys(given).find((name) => sentence?.includes(name))}`);
  });

  test.each([
    ['a bastion without a CIDR', { SshKeyPair: 'operator' }, /^A bastion needs SshCidr.+\.$/],
    ['a CIDR without a key pair', { SshCidr: '203.0.113.0/24' }, /^A bastion needs SshKeyPair.+\.$/],
    [
      'a web server of the wrong architecture',
      { WebInstanceType: 't3.micro' },
      /^WebInstanceType must be .+arm64.+\.$/,
    ],
    [
      'an API host of the wrong architecture',
      { ApiInstanceType: 'm7i.large' },
      /^ApiInstanceType must be .+arm64.+\.$/,
    ],
    [
      'a database host of the wrong architecture',
      { DatabaseInstanceType: 't3.small' },
      /^DatabaseInstanceType must be .+arm64.+\.$/,
    ],
    [
      'a certificate without its ARN',
      { Https: 'certificate', DomainName: 'gallery.example.org' },
      /^HTTPS by certificate needs CertificateArn.+\.$/,
    ],
    [
      'a certificate without its domain',
      { Https: 'certificate', CertificateArn: ARN },
      /^HTTPS by certificate needs DomainName.+\.$/,
    ],
    [
      'a domain that nothing would serve',
      { DomainName: 'gallery.example.org' },
      /^DomainName and CertificateArn.+\.$/,
    ],
  ])('%s', (_, given, sentence) => {
    expect(said(given)).toEqual([expect.stringMatching(sentence)]);
  });

  test('the other architecture with the instance types of the first, one sentence for each', () => {
    expect(said({ Architecture: 'x86_64' })).toEqual([
      expect.stringMatching(/^WebInstanceType .+x86_64/),
      expect.stringMatching(/^ApiInstanceType .+x86_64/),
      expect.stringMatching(/^DatabaseInstanceType .+x86_64/),
    ]);
  });

  test('no address for the administrator at all, which is the only thing without a default', () => {
    expect(refusals(root, {})).toEqual(['Parameter AdminEmail must have a value']);
  });
});

describe('these are taken:', () => {
  test.each(PROFILE_NAMES)('%s', async (profile) => {
    expect(refusals(root, parametersOf(await loadTemplates(), profile))).toEqual([]);
  });

  test.each([['172.16.0.0/16'], ['192.168.0.0/16'], ['10.255.0.0/16']])('%s for the network', (VpcCidr) => {
    expect(said({ VpcCidr })).toEqual([]);
  });

  test('a longer name of a domain, and one address that may use SSH', () => {
    expect(
      said({ Https: 'certificate', DomainName: 'photos.of.example.co.uk', CertificateArn: ARN }),
    ).toEqual([]);
    expect(said({ SshCidr: '203.0.113.7/32', SshKeyPair: 'operator' })).toEqual([]);
  });
});

test('what a nested template asks of its parameters lets everything through that the root lets through', async () => {
  const templates = await loadTemplates();
  for (const profile of PROFILE_NAMES) {
    for (const stack of Object.values(makeSystem(templates, profile).root.stacks))
      expect([stack.path, refusals(templates.translated[stack.template]!, stack.parameters)]).toEqual([
        stack.path,
        [],
      ]);
  }
});

test('a parameter with a pattern says in words what it must be', () => {
  const silent = Object.entries(root.Parameters!).filter(
    ([, { AllowedPattern, ConstraintDescription }]) => AllowedPattern !== undefined && !ConstraintDescription,
  );
  expect(silent).toEqual([]);
});
