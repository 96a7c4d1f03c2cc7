import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { TOOLS } from '../tools/tools.ts';
import { type Finding, resourceName } from './finding.ts';

const RULES = path.join(CHECKOUT, 'node_modules/@cdklabs/cdk-validator-cfnguard/rules/control-tower');

/** What AWS says a control is for, where that is not security. */
const OTHER_OBJECTIVES = new Set(['Improve availability', 'Improve resiliency', 'Optimize costs']);

interface Metadata {
  Id: string;
  Objectives: { Name: string }[];
  ComplianceFrameworkMappings?: { ComplianceFramework: string }[];
}

/**
 * The ids of AWS's security rules: of all controls that come with the package those that AWS maps to PCI DSS, a
 * standard of security, and of which it does not say that they are for availability, resilience or cost alone.
 */
export async function securityRules(): Promise<Set<string>> {
  const files = globSync('metadata/*/*.json', { cwd: RULES });
  const all = await Promise.all(
    files.map(async (file): Promise<Metadata> => JSON.parse(await readFile(path.join(RULES, file), 'utf8'))),
  );
  const chosen = all.filter(
    (rule) =>
      rule.ComplianceFrameworkMappings?.some((each) => each.ComplianceFramework.startsWith('PCI DSS')) &&
      !rule.Objectives.every((objective) => OTHER_OBJECTIVES.has(objective.Name)),
  );
  return new Set(chosen.map((rule) => rule.Id));
}

interface Report {
  name: string;
  not_compliant: unknown[];
  not_applicable: string[];
  compliant: string[];
}

/** Holds every template below the folder against AWS's security rules. */
export async function runGuard(folder: string): Promise<Finding[]> {
  const chosen = await securityRules();
  const args = ['validate', '--rules', path.join(RULES, 'cfn-guard'), '--data', folder];
  const reports = await ask([...args, '--output-format', 'json', '--show-summary', 'none', '--structured']);
  const found = reports.flatMap(({ name, not_compliant }) => {
    const file = path.relative(folder, name);
    return not_compliant.flatMap((failed) => {
      const said = JSON.stringify(failed);
      const rules = unique(said.matchAll(/\[(CT\.[A-Z0-9]+\.PR\.\d+)\]/g));
      const resources = unique(said.matchAll(/"path":"\/Resources\/([^/"]+)/g));
      if (rules.length === 0) throw new Error(`expected a rule's id in ${said}`);
      return rules.flatMap((rule) =>
        resources.map((id) => ({ rule, resource: resourceName(file, id), file })),
      );
    });
  });
  return found.filter((finding) => chosen.has(finding.rule));
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map((match) => match[1]!))];
}

/** cfn-guard ends with 19 where it found something, and with another code where it could not look. */
function ask(args: string[]): Promise<Report[]> {
  return new Promise((resolve, reject) => {
    execFile(TOOLS.cfnGuard, args, { maxBuffer: 256 * 1024 * 1024 }, (error, said, complained) => {
      if (error && error.code !== 19) reject(new Error(`cfn-guard ended with ${error.code}: ${complained}`));
      else resolve(JSON.parse(said));
    });
  });
}
