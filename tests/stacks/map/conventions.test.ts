import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';
import { ROOT, type Templates, templateNames } from '../templates/read-templates.ts';
import { loadSystem, loadTemplates, PROFILE_NAMES } from '../templates/system.ts';
import type { Template } from '../templates/template.ts';

const NAMES = templateNames();

let templates: Templates;
beforeAll(async () => {
  templates = await loadTemplates();
});

describe.each(NAMES)('%s', (name) => {
  let template: Template;
  let text: string;
  beforeAll(async () => {
    template = templates.source[name]!;
    text = await readFile(path.join(CHECKOUT, name), 'utf8');
  });

  test('says what it is, and describes every parameter and output in a sentence', () => {
    expect(template.Description).toMatch(/^\S.{20,}/);
    for (const [key, { Type, Description }] of Object.entries(template.Parameters ?? {})) {
      expect([key, Type]).toEqual([key, expect.any(String)]);
      expect([key, Description]).toEqual([key, expect.stringMatching(/^[A-Za-z0-9].{10,}\.$/s)]);
    }
    for (const [key, { Description }] of Object.entries(template.Outputs ?? {}))
      expect([key, Description]).toEqual([key, expect.stringMatching(/^[A-Z].{5,}\.$/s)]);
  });

  test('exports nothing and imports nothing', () => {
    expect(Object.values(template.Outputs ?? {}).filter((output) => output.Export !== undefined)).toEqual([]);
    expect(JSON.stringify(template)).not.toContain('Fn::ImportValue');
  });

  test('names things by their role, and conditions as what is the case', () => {
    for (const id of Object.keys(template.Resources)) expect(id).toMatch(/^[A-Z][A-Za-z0-9]+$/);
    for (const id of Object.keys(template.Conditions ?? {})) expect(id).toMatch(/^(Has|Is)[A-Z]/);
  });

  test('has no region, account, zone, image or partition written into it', () => {
    const code = text.replace(/^\s*#.*$/gm, '');
    expect(code).not.toMatch(/\b(us|eu|ap|sa|ca|me|af|il)-(north|south|east|west|central)[a-z]*-\d[a-f]?\b/);
    expect(code).not.toMatch(/\bami-[0-9a-f]{8,}/);
    expect(code).not.toMatch(/(?<![\w-])\d{12}(?![\w-])/);
    expect(code.replace(/AllowedPattern.*|ConstraintDescription.*/g, '')).not.toMatch(/arn:aws:/);
  });

  test('gives what shows in the console a name that begins with the gallery', async () => {
    const tagged = Object.entries(template.Resources).flatMap(([id, { Properties }]) =>
      ([Properties?.['Tags']].flat() as { Key?: string; Value?: unknown }[])
        .filter((tag) => tag?.Key === 'Name')
        .map(({ Value }) => [id, JSON.stringify(Value)]),
    );
    for (const [id, value] of tagged) expect([id, value]).toEqual([id, expect.stringMatching(/GalleryName/)]);
  });
});

describe('the root template', () => {
  test('groups and labels every parameter', () => {
    const { Metadata, Parameters } = templates.source[ROOT]!;
    const { ParameterGroups, ParameterLabels } = Metadata!['AWS::CloudFormation::Interface'] as {
      ParameterGroups: { Parameters: string[] }[];
      ParameterLabels: Record<string, unknown>;
    };
    const names = Object.keys(Parameters!).sort();
    expect(ParameterGroups.flatMap((group) => group.Parameters).sort()).toEqual(names);
    expect(Object.keys(ParameterLabels).sort()).toEqual(names);
  });

  test('asks only for what cannot be defaulted', () => {
    const asked = Object.entries(templates.source[ROOT]!.Parameters!).filter(
      ([, each]) => each.Default === undefined,
    );
    expect(asked.map(([name]) => name)).toEqual(['AdminEmail']);
  });

  test('is but a map: nested stacks, each of a template that is there, and every template used', () => {
    const { Resources } = templates.source[ROOT]!;
    const types = new Set(Object.values(Resources).map((resource) => resource.Type));
    expect([...types]).toEqual(['AWS::CloudFormation::Stack']);
    const used = Object.values(Resources).map((resource) => String(resource.Properties!['TemplateURL']));
    expect(used.sort()).toEqual(NAMES.filter((name) => name !== ROOT).sort());
  });

  test('passes to each nested stack what it asks for and has no default of its own, and nothing else', () => {
    for (const { Properties } of Object.values(templates.source[ROOT]!.Resources)) {
      const child = templates.source[String(Properties!['TemplateURL'])]!;
      const passed = Object.keys(Properties!['Parameters'] as object).sort();
      expect([Properties!['TemplateURL'], passed]).toEqual([
        Properties!['TemplateURL'],
        Object.keys(child.Parameters ?? {}).sort(),
      ]);
    }
  });

  test.each(PROFILE_NAMES)('says what to open next, %s', async (profile) => {
    const { outputs } = (await loadSystem(profile)).root;
    for (const name of [
      'SiteUrl',
      'WebsiteUrl',
      'ApiDocsUrl',
      'AdminPassword',
      'ConnectToApi',
      'Dashboard',
      'Costs',
    ])
      expect([name, String(outputs[name]).length > 5]).toEqual([name, true]);
    expect(outputs['ApiDocsUrl']).toBe(`${outputs['SiteUrl']}/api/docs`);
  });
});

describe('between the stacks', () => {
  test('an output is named like the resource it tells of', () => {
    const odd = NAMES.filter((name) => name !== ROOT).flatMap((name) =>
      Object.entries(templates.source[name]!.Outputs ?? {}).flatMap(([output, { Value }]) => {
        const [, id] = /^\{"Ref":"(\w+)"\}$/.exec(JSON.stringify(Value)) ?? [];
        return id === undefined || output.includes(id) ? [] : [`${name}: ${output} is ${id}`];
      }),
    );
    expect(odd).toEqual([]);
  });

  test('every parameter of a template is used in it', () => {
    const idle = NAMES.flatMap((name) => {
      const { Parameters, ...rest } = templates.source[name]!;
      const said = JSON.stringify({ ...rest, Metadata: undefined });
      return Object.keys(Parameters ?? {})
        .filter((each) => !said.includes(`{"Ref":"${each}"}`) && !said.includes(`\${${each}}`))
        .map((each) => `${name} ${each}`);
    });
    expect(idle).toEqual([]);
  });
});
