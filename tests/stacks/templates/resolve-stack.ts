import { resolve, resolveCondition, type Scope, text } from './intrinsics.ts';
import { ACCOUNT, exampleAttribute, exampleRef, REGION } from './physical-ids.ts';
import type { Resource, Template, Value } from './template.ts';

export interface ResolvedResource extends Omit<Resource, 'Properties'> {
  // biome-ignore lint/suspicious/noExplicitAny: the shapes are CloudFormation's own, and a test that misreads one fails.
  Properties: Record<string, any>;
}

export interface Stack {
  /** Logical ids from the root on, such as 'root/NetworkStack'. */
  path: string;
  /** The template's path below the checkout. */
  template: string;
  parameters: Record<string, string>;
  conditions: Record<string, boolean>;
  /** The resources that are made, their functions evaluated. */
  resources: Record<string, ResolvedResource>;
  outputs: Record<string, Value>;
  /** The nested stacks, by logical id. */
  stacks: Record<string, Stack>;
}

/** What is known of the resources that a template makes. The default are examples (physical-ids.ts). */
export interface Physical {
  ref(stack: string, logicalId: string, type: string, givenName?: string): string;
  attribute(stack: string, logicalId: string, type: string, attribute: string, givenName?: string): string;
  /** The value of a public SSM parameter that a template's parameter names. */
  ssmParameter(name: string): string;
}

export const EXAMPLES: Physical = {
  ref: exampleRef,
  attribute: exampleAttribute,
  ssmParameter: (name) => `{{ssm:${name}}}`,
};

/**
 * Evaluates a template and all that nest in it as CloudFormation does: conditions, functions, parameters from parent
 * to child, outputs from child to parent. Nothing is looked up; what AWS would make is named by `physical`.
 *
 * @param templates by path below the checkout
 * @throws Error where a template refers to what is not there, or what a condition leaves out
 */
export function resolveStack(
  templates: Record<string, Template>,
  name: string,
  given: Record<string, string>,
  physical: Physical = EXAMPLES,
  path = 'root',
): Stack {
  const template = templates[name];
  if (!template) throw new Error(`expected a template ${name} for ${path}`);
  const nested: Record<string, Stack> = {};
  const parameters = fillIn(template, given, path);
  const conditions: Record<string, boolean> = {};

  const scope: Scope = {
    region: REGION,
    mappings: template.Mappings ?? {},
    ref: (target) => {
      if (target.startsWith('AWS::')) return pseudoParameter(target, path);
      if (target in parameters) return parameterValue(template, target, parameters[target]!, physical);
      const resource = made(target);
      return physical.ref(path, target, resource.Type, givenName(resource, scope));
    },
    attribute: (logicalId, attribute) => {
      const resource = made(logicalId);
      if (resource.Type === 'AWS::CloudFormation::Stack') return outputOf(logicalId, attribute);
      return physical.attribute(path, logicalId, resource.Type, attribute, givenName(resource, scope));
    },
    condition: (condition) => {
      const known = conditions[condition];
      if (known !== undefined) return known;
      const definition = template.Conditions?.[condition];
      if (definition === undefined) throw new Error(`expected a condition ${condition} in ${name}`);
      conditions[condition] = resolveCondition(definition, scope);
      return conditions[condition];
    },
  };

  function made(logicalId: string): Resource {
    const resource = template!.Resources[logicalId];
    if (!resource) throw new Error(`expected a resource ${logicalId} in ${name}`);
    if (!applies(resource))
      throw new Error(`expected ${logicalId} in ${name}, but ${resource.Condition} is false`);
    return resource;
  }

  function applies({ Condition }: { Condition?: string }): boolean {
    return Condition === undefined || scope.condition(Condition);
  }

  function stackOf(logicalId: string): Stack {
    if (nested[logicalId]) return nested[logicalId];
    const { TemplateURL, Parameters } = made(logicalId).Properties ?? {};
    const resolved = resolve(Parameters ?? {}, scope) as Record<string, Value>;
    const values = Object.entries(resolved).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(text).join(',') : text(value),
    ]);
    const child = `${path}/${logicalId}`;
    nested[logicalId] = resolveStack(
      templates,
      text(TemplateURL),
      Object.fromEntries(values),
      physical,
      child,
    );
    return nested[logicalId];
  }

  function outputOf(logicalId: string, attribute: string): Value {
    const output = stackOf(logicalId).outputs[attribute.replace(/^Outputs\./, '')];
    if (output === undefined) throw new Error(`expected ${logicalId} of ${name} to have ${attribute}`);
    return output;
  }

  const resources: Record<string, ResolvedResource> = {};
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    if (!applies(resource)) continue;
    if (resource.Type === 'AWS::CloudFormation::Stack') stackOf(logicalId);
    const resolved = resolve(resource as unknown as Value, scope) as unknown as ResolvedResource;
    resources[logicalId] = { ...resolved, Properties: resolved.Properties ?? {} };
  }
  const outputs: Record<string, Value> = {};
  for (const [key, output] of Object.entries(template.Outputs ?? {}))
    if (applies(output)) outputs[key] = resolve(output.Value, scope)!;
  for (const condition of Object.keys(template.Conditions ?? {})) scope.condition(condition);
  return { path, template: name, parameters, conditions, resources, outputs, stacks: nested };
}

function fillIn(template: Template, given: Record<string, string>, path: string): Record<string, string> {
  const declared = template.Parameters ?? {};
  for (const name of Object.keys(given))
    if (!declared[name]) throw new Error(`expected no parameter ${name} for ${path}`);
  const filled = Object.entries(declared).map(([name, parameter]) => {
    const value = given[name] ?? parameter.Default;
    if (value === undefined) throw new Error(`expected a parameter ${name} for ${path}`);
    return [name, String(value)];
  });
  return Object.fromEntries(filled);
}

function parameterValue(template: Template, name: string, value: string, physical: Physical): Value {
  const { Type } = template.Parameters![name]!;
  if (Type.startsWith('AWS::SSM::Parameter::Value<')) return physical.ssmParameter(value);
  if (Type.startsWith('List<') || Type === 'CommaDelimitedList')
    return value.split(',').map((item) => item.trim());
  return Type === 'Number' ? Number(value) : value;
}

/** Where a template may itself name a resource; Ref then gives that name. */
const NAME_PROPERTIES: Record<string, string> = {
  'AWS::AutoScaling::AutoScalingGroup': 'AutoScalingGroupName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
};

/** The name that the template itself gives a resource whose functions are evaluated. */
export function givenNameOf({
  Type,
  Properties,
}: {
  Type: string;
  Properties: ResolvedResource['Properties'];
}) {
  const property = NAME_PROPERTIES[Type];
  return property === undefined ? undefined : (Properties[property] as string | undefined);
}

function givenName(resource: Resource, scope: Scope): string | undefined {
  const property = NAME_PROPERTIES[resource.Type];
  const value = property === undefined ? undefined : resource.Properties?.[property];
  return value === undefined ? undefined : text(resolve(value, scope));
}

function pseudoParameter(name: string, path: string): string | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const stackName = path.toLowerCase().replaceAll('/', '-');
  const guid = `${Buffer.from(path).toString('hex')}0`.repeat(3).slice(0, 32);
  const values: Record<string, string> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': REGION,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/${guid}`,
  };
  const value = values[name];
  if (value === undefined) throw new Error(`expected a pseudo parameter but received ${name}`);
  return value;
}
