import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { CHECKOUT } from '../../runner/run-program.ts';
import { TOOLS } from '../tools/tools.ts';
import type { Template } from './template.ts';

export const ROOT = 'template.yaml';

interface Environment {
  deploy: { parameters: { parameter_overrides?: string[] } };
}

export interface Templates {
  /** By path below the checkout, as written. */
  source: Record<string, Template>;
  /** By path below the checkout, after AWS's SAM transform. */
  translated: Record<string, Template>;
  /** The environments of samconfig.toml. */
  environments: Record<string, Environment>;
}

/** Every template of the system and the settings it is deployed with, read by the SAM CLI's own code. */
export async function readTemplates(): Promise<Templates> {
  const { stdout } = await promisify(execFile)(
    TOOLS.samPython,
    [path.join(import.meta.dirname, 'translate.py'), CHECKOUT, ...templateNames()],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { templates, settings } = JSON.parse(stdout);
  const names = Object.keys(templates);
  return {
    source: Object.fromEntries(names.map((name) => [name, templates[name].source])),
    translated: Object.fromEntries(names.map((name) => [name, templates[name].translated])),
    environments: Object.fromEntries(Object.entries(settings).filter(([, value]) => isEnvironment(value))),
  } as Templates;
}

/** The templates as paths below the checkout, the root first. */
export function templateNames(): string[] {
  const names = globSync('stacks/**/*.yaml', { cwd: CHECKOUT });
  return [ROOT, ...names.sort()];
}

function isEnvironment(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'deploy' in value;
}
