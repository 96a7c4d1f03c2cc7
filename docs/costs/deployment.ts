import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

const ROOT = path.join(import.meta.dirname, '../..');

/** What a deploy makes, as far as it costs. */
export interface Deployment {
  name: string;
  /** The root template's parameters, defaults filled in. */
  parameters: Readonly<Record<string, string>>;
  /** How many resources of a type all stacks together have, the bastion's left out. */
  count(type: string): number;
  rootVolumeGiB: number;
}

interface Template {
  Parameters?: Record<string, { Default?: string | number }>;
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
}

/** The environments of samconfig.toml, such as `default` and `high-availability`. */
export function readDeployment(environment: string, changes: Record<string, string> = {}): Deployment {
  const root = readTemplate('template.yaml');
  const defaults = Object.entries(root.Parameters ?? {}).map(([name, { Default }]) => [
    name,
    `${Default ?? ''}`,
  ]);
  const parameters = { ...Object.fromEntries(defaults), ...overridesOf(environment), ...changes };
  const files = globSync('stacks/**/*.yaml', { cwd: ROOT }).filter((file) => !file.endsWith('bastion.yaml'));
  const resources = files.flatMap((file) => Object.values(readTemplate(file).Resources));
  return {
    name: environment,
    parameters,
    count: (type) => resources.filter((resource) => resource.Type === type).length,
    rootVolumeGiB: rootVolumeGiB(resources),
  };
}

function readTemplate(file: string): Template {
  // CloudFormation's short forms (!Ref ...) are tags that the parser does not know; their values stay readable.
  return parseYaml(readFileSync(path.join(ROOT, file), 'utf8'), { logLevel: 'error' });
}

/** `parameter_overrides` as samconfig.toml has them: `["Name=value"]`. */
function overridesOf(environment: string): Record<string, string> {
  type Settings = Record<string, { deploy?: { parameters?: { parameter_overrides?: string[] } } }>;
  const settings = parseToml(readFileSync(path.join(ROOT, 'samconfig.toml'), 'utf8')) as unknown as Settings;
  const overrides = settings[environment]?.deploy?.parameters?.parameter_overrides ?? [];
  return Object.fromEntries(overrides.map((override) => override.split('=') as [string, string]));
}

/** All launch templates give their hosts the same disk. */
function rootVolumeGiB(resources: Template['Resources'][string][]): number {
  const sizes = resources
    .filter(({ Type }) => Type === 'AWS::EC2::LaunchTemplate')
    .map(({ Properties }) => Number(/"VolumeSize":(\d+)/.exec(JSON.stringify(Properties))?.[1]));
  const [size = Number.NaN] = sizes;
  if (sizes.some((other) => other !== size)) {
    throw new Error(`Expected launch templates with one size of disk but found ${sizes.join(', ')} GiB.`);
  }
  return size;
}
