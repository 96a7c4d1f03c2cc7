import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';
import { shellEnvironment } from '../tools/shell-environment.ts';
import { TOOLS } from '../tools/tools.ts';
import { ROOT, templateNames } from './read-templates.ts';
import { loadTemplates } from './system.ts';
import { writeTemplates } from './write-stacks.ts';

const NAMES = templateNames();

/** What a program says when it finds a fault; empty where it ends well. */
function complaints(program: string, args: string[], cwd = CHECKOUT): Promise<string> {
  // SAM reads no credentials for this, but asks whether there are any.
  const env = shellEnvironment({
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  });
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env }, (error, said, complained) => {
      resolve(error ? `${said}${complained}` || String(error) : '');
    });
  });
}

describe('sam validate --lint accepts', () => {
  test.each(NAMES)('%s', async (name) => {
    expect(await complaints(TOOLS.sam, ['validate', '--lint', '--template-file', name])).toBe('');
  });
});

describe('cfn-lint, warnings included, accepts', () => {
  test('every template as written', async () => {
    expect(await complaints(TOOLS.cfnLint, ['--', ...NAMES])).toBe('');
  });

  test("every template as AWS's SAM transform turns it out", async () => {
    const { translated } = await loadTemplates();
    const folder = await writeTemplates('translated', translated);
    expect(await complaints(TOOLS.cfnLint, ['--', ...NAMES], folder)).toBe('');
  });

  test('no template with a fault that is put in', async () => {
    const { translated } = await loadTemplates();
    const spoilt = structuredClone(translated);
    spoilt['stacks/network.yaml']!.Resources['PrivateDefaultRouteA']!.Properties!['NatGatewayId'] = {
      Ref: 'Nowhere',
    };
    const folder = await writeTemplates('spoilt', spoilt);
    expect(await complaints(TOOLS.cfnLint, ['--', ...NAMES], folder)).toContain('Nowhere');
  });
});

describe('an ignored rule of cfn-lint', () => {
  let lines: { name: string; line: string; before: string }[];

  beforeAll(async () => {
    const texts = await Promise.all(NAMES.map((name) => readFile(path.join(CHECKOUT, name), 'utf8')));
    lines = texts.flatMap((text, index) =>
      text.split('\n').map((line, at, all) => ({ name: NAMES[index]!, line, before: all[at - 1] ?? '' })),
    );
  });

  test('has its reason on the line above', () => {
    const ignored = lines.filter(({ line }) => line.includes('ignore_checks'));
    for (const { before } of ignored) expect(before).toMatch(/^\s*# \S.{30,}/);
  });

  test('is only that the root names nested templates by their files', () => {
    const ignored = lines.filter(({ line }) => /ignore_checks|ignore-checks/.test(line));
    expect(ignored.map(({ name, line }) => [name, line.trim()])).toEqual([[ROOT, 'ignore_checks: [W3002]']]);
  });
});
