import type { Place } from '../templates/system.ts';

export interface Statement {
  Effect: string;
  Action: string | string[];
  NotAction?: unknown;
  NotResource?: unknown;
  Resource: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

/** Everything that stands in a role's own policies. */
export function statementsOf(role: Place): Statement[] {
  return (role.Properties['Policies'] ?? []).flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );
}

/** What a role may do, as 'action resource'. */
export function grants(role: Place): string[] {
  return statementsOf(role)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((on) => `${action} ${on}`)),
    )
    .sort();
}
