import { resolveCondition, type Scope } from './intrinsics.ts';
import type { Parameter, Template } from './template.ts';

/**
 * What CloudFormation says to parameters before it makes anything: a sentence for each that it refuses, by the
 * parameter's own constraints or by the template's Rules. Empty where it goes on.
 *
 * @param given what the operator typed; the rest takes its default
 */
export function refusals(template: Template, given: Record<string, string>): string[] {
  const parameters = template.Parameters ?? {};
  const unknown = Object.keys(given).filter((name) => !parameters[name]);
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, given[name] ?? text(parameter.Default)]),
  );
  const constrained = Object.entries(parameters).flatMap(([name, parameter]) => {
    const value = values[name];
    if (value === undefined) return [`Parameter ${name} must have a value`];
    return fits(parameter, value)
      ? []
      : [`Parameter ${name} ${parameter.ConstraintDescription ?? 'is not allowed'}`];
  });
  if (unknown.length + constrained.length > 0)
    return [...unknown.map((name) => `Parameter ${name} is not one of the template`), ...constrained];
  return brokenRules(template, values as Record<string, string>);
}

/** CloudFormation matches a pattern against the whole value, whether it says ^ and $ or not. */
function fits(parameter: Parameter, value: string): boolean {
  const { AllowedPattern, AllowedValues, MinLength, MaxLength, MinValue, MaxValue, Type } = parameter;
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) return false;
  if (AllowedValues !== undefined && !AllowedValues.map(String).includes(value)) return false;
  if (value.length < Number(MinLength ?? 0) || value.length > Number(MaxLength ?? Infinity)) return false;
  if (Type !== 'Number') return true;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return number >= Number(MinValue ?? -Infinity) && number <= Number(MaxValue ?? Infinity);
}

function brokenRules(template: Template, values: Record<string, string>): string[] {
  const scope: Scope = {
    region: '',
    mappings: {},
    ref: (name) => values[name],
    attribute: (name) => {
      throw new Error(`expected a rule to ask for parameters alone but received ${name}`);
    },
    condition: (name) => {
      throw new Error(`expected a rule to ask for parameters alone but received ${name}`);
    },
  };
  const applying = Object.values(template.Rules ?? {}).filter(
    (rule) => rule.RuleCondition === undefined || resolveCondition(rule.RuleCondition, scope),
  );
  return applying
    .flatMap((rule) => rule.Assertions)
    .filter((assertion) => !resolveCondition(assertion.Assert, scope))
    .map((assertion) => assertion.AssertDescription ?? 'A rule of the template is broken');
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
