import { GetRolePolicyCommand, type IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import type { Call } from '../stage/calls.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
}

/** The actions that a role's policies allow, such as `s3:GetObject`. */
export async function actionsOf(iam: IAMClient, RoleName: string): Promise<string[]> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const actions: string[] = [];
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    const { Statement: statements } = JSON.parse(decodeURIComponent(PolicyDocument)) as {
      Statement: Statement[];
    };
    for (const { Effect, Action } of statements) if (Effect === 'Allow') actions.push(...[Action].flat());
  }
  return actions;
}

/** Services that sign by another name than policies have for them. */
const NAMES_IN_POLICIES: Record<string, string> = { monitoring: 'cloudwatch' };

/** What a call did, as policies write it. */
export function actionOf({ service, action }: Call): string {
  return `${NAMES_IN_POLICIES[service] ?? service}:${action}`;
}
