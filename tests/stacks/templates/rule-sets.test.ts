import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';
import { runFolder } from '../build/run-folder.ts';
import { runGuard, securityRules } from './cfn-guard.ts';
import { runCheckov } from './checkov.ts';
import type { Finding } from './finding.ts';
import { ROOT, templateNames } from './read-templates.ts';
import { covers, type Suppression, suppressionsOf } from './suppressions.ts';
import { loadTemplates, makeSystem, PROFILE_NAMES, type System } from './system.ts';
import { writeStacks } from './write-stacks.ts';

describe("AWS's guard rules and checkov's checks, on the stacks as each profile makes them", () => {
  let findings: Finding[];
  let suppressions: Suppression[];

  beforeAll(async () => {
    const templates = await loadTemplates();
    suppressions = suppressionsOf(templates.source[ROOT]!);
    const folder = path.join(runFolder(), 'rule-sets');
    for (const profile of PROFILE_NAMES)
      await writeStacks(makeSystem(templates, profile), path.join(folder, profile.replaceAll(' ', '-')));
    findings = (await Promise.all([runGuard(folder), runCheckov(folder)])).flat();
  });

  test('object to nothing but what the root template gives a reason for', () => {
    const unexplained = findings.filter((finding) => !suppressions.some((each) => covers(each, finding)));
    const sentences = unexplained.map(({ rule, resource }) => `${rule} at ${resource}`);
    expect([...new Set(sentences)].sort()).toEqual([]);
  });

  test('need at most six such reasons, each a sentence', () => {
    expect(suppressions.length).toBeLessThanOrEqual(6);
    for (const { Reason } of suppressions) expect(Reason).toMatch(/^[A-Z].{60,}\.$/s);
  });

  test('are silenced nowhere else', async () => {
    const texts = await Promise.all(
      templateNames().map((name) => readFile(path.join(CHECKOUT, name), 'utf8')),
    );
    for (const text of texts) expect(text).not.toMatch(/checkov:|SuppressedRules|cfn_nag/);
  });

  test('still object to everything that a reason is given for', () => {
    const idle = suppressions.flatMap((suppression) => {
      const suppressed = findings.filter((finding) => covers(suppression, finding));
      const rules = suppression.Rules.filter((rule) => !suppressed.some((each) => each.rule === rule));
      const resources = suppression.Resources.filter(
        (name) => !suppressed.some((each) => each.resource === name),
      );
      return [...rules, ...resources];
    });
    expect(idle).toEqual([]);
  });
});

describe('the rule sets find a fault that is put in', () => {
  const planted = async (spoil: (system: System) => void) => {
    const system = makeSystem(await loadTemplates(), 'default');
    spoil(system);
    const folder = path.join(runFolder(), 'rule-sets-planted', String(Math.random()).slice(2));
    await writeStacks(system, folder);
    return (await Promise.all([runGuard(folder), runCheckov(folder)])).flat().map(({ rule }) => rule);
  };

  test('a picture bucket that may be public, a volume in clear and a port open to the world', async () => {
    const rules = await planted((system) => {
      delete system.place('StorageStack/ImageBucket').stack.resources['ImageBucket']!.Properties[
        'PublicAccessBlockConfiguration'
      ];
      const [volume] = system.ofType('AWS::EC2::Volume');
      volume!.Properties['Encrypted'] = false;
      const group = system.place('WebStack/WebSecurityGroup');
      group.Properties['SecurityGroupIngress'] = [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
      ];
    });
    expect(rules).toEqual(expect.arrayContaining(['CT.S3.PR.1', 'CKV_AWS_53', 'CT.EC2.PR.7', 'CKV_AWS_3']));
    expect(rules).toEqual(expect.arrayContaining(['CT.EC2.PR.3', 'CT.EC2.PR.4', 'CKV_AWS_24', 'CKV_AWS_23']));
  });

  test('and most of what AWS has rules for is a security rule', async () => {
    const rules = await securityRules();
    expect(rules.size).toBeGreaterThan(150);
    for (const rule of ['CT.S3.PR.1', 'CT.EC2.PR.1', 'CT.IAM.PR.1', 'CT.KMS.PR.1', 'CT.LAMBDA.PR.2'])
      expect(rules).toContain(rule);
  });
});
