import { splitCidr } from './cidr.ts';
import type { Value } from './template.ts';

/** What a template's functions ask of the stack they stand in. */
export interface Scope {
  region: string;
  mappings: Record<string, Record<string, Record<string, Value>>>;
  /** The value of a parameter, pseudo parameter or resource. */
  ref(name: string): Value | undefined;
  attribute(logicalId: string, attribute: string): Value;
  condition(name: string): boolean;
}

/** AWS::NoValue: the property or list item is left out. */
type Resolved = Value | undefined;
type Evaluate = (argument: Value, scope: Scope) => Resolved;

/** The functions of CloudFormation that need no transform. Another one throws, so that none goes unnoticed. */
const FUNCTIONS: Record<string, Evaluate> = {
  Ref: (name, scope) => scope.ref(text(name)),
  'Fn::GetAtt': (path, scope) => {
    const [logicalId, attribute] = typeof path === 'string' ? cut(path) : (list(path) as [string, string]);
    return scope.attribute(logicalId, attribute);
  },
  'Fn::If': (parts, scope) => {
    const [name, yes, no] = list(parts);
    return resolve(scope.condition(text(name)) ? yes! : no!, scope);
  },
  'Fn::Equals': (parts, scope) => {
    const [one, other] = all(parts, scope);
    return text(one) === text(other);
  },

  'Fn::Join': (parts, scope) => {
    const [separator, items] = all(parts, scope);
    return list(items).map(text).join(text(separator));
  },
  'Fn::Split': (parts, scope) => {
    const [separator, whole] = all(parts, scope);
    return text(whole).split(text(separator));
  },
  'Fn::Select': (parts, scope) => {
    const [index, items] = all(parts, scope);
    const item = list(items)[Number(index)];
    if (item === undefined) throw new Error(`expected an item ${index} in ${JSON.stringify(items)}`);
    return item;
  },
  'Fn::Sub': (argument, scope) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(text(template), variables as Record<string, Value>, scope);
  },
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolve(argument, scope))).toString('base64'),
  'Fn::GetAZs': (argument, scope) => {
    const region = text(resolve(argument, scope)) || scope.region;
    return ['a', 'b', 'c'].map((zone) => region + zone);
  },
  'Fn::Cidr': (parts, scope) => {
    const [block, count, hostBits] = all(parts, scope);
    return splitCidr(text(block), Number(count), Number(hostBits ?? 8));
  },
  'Fn::FindInMap': (parts, scope) => {
    const [map, first, second] = all(parts, scope).map(text) as [string, string, string];
    const found = scope.mappings[map]?.[first]?.[second];
    if (found === undefined) throw new Error(`expected ${map} to map ${first} and ${second}`);
    return resolve(found, scope);
  },
};

/** The value with every function in it evaluated. What is AWS::NoValue is left out of objects and lists. */
export function resolve(value: Value, scope: Scope): Resolved {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && isFunction(name!)) {
    const evaluate = FUNCTIONS[name!];
    if (!evaluate) throw new Error(`expected a function of CloudFormation's own but received ${name}`);
    return evaluate(argument!, scope);
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== undefined)) as Value;
}

/** Policies have a `Condition` too, whose value is an object where the function's is a name: so it is asked apart. */
function isFunction(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}

/** Evaluates a condition, or a rule's assertion, which knows some functions more. */
export function resolveCondition(value: Value, scope: Scope): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value === true;
  const [name, argument] = Object.entries(value)[0]!;
  if (name === 'Condition') return scope.condition(text(argument));
  if (name === 'Fn::Not') return !resolveCondition(list(argument)[0]!, scope);
  if (name === 'Fn::And') return list(argument).every((item) => resolveCondition(item, scope));
  if (name === 'Fn::Or') return list(argument).some((item) => resolveCondition(item, scope));
  if (name === 'Fn::Contains') {
    const [items, wanted] = all(argument!, scope);
    return list(items).map(text).includes(text(wanted));
  }
  return resolve(value, scope) === true;
}

function substitute(template: string, variables: Record<string, Value>, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return text(resolve(variables[name]!, scope));
    if (!name.includes('.')) return text(scope.ref(name));
    const [logicalId, attribute] = cut(name);
    return text(scope.attribute(logicalId, attribute));
  });
}

function cut(path: string): [string, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function all(parts: Value, scope: Scope): Value[] {
  return list(parts).map((part) => resolve(part, scope) as Value);
}

function list(value: Resolved): Value[] {
  if (!Array.isArray(value)) throw new Error(`expected a list but received ${JSON.stringify(value)}`);
  return value;
}

/** CloudFormation's strings, numbers and booleans are one type. */
export function text(value: Resolved): string {
  if (typeof value === 'object' || value === undefined)
    throw new Error(`expected a string but received ${JSON.stringify(value)}`);
  return String(value);
}
