import { beforeAll, describe, expect, test } from '@jest/globals';
import { ARN, BAD_VALUES } from './bad-values.ts';
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

describe('before anything is made, these are refused in a sentence:', () => {
  test.each(BAD_VALUES)('%s', (_, given) => {
    const [sentence, ...more] = said(given);
    expect(more).toEqual([]);
    expect(sentence).toContain(`Parameter ${Object.keys(given)[0]} `);
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
