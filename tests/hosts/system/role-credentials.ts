import { GetInstanceProfileCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Clients } from '../../stacks/emulator/clients.ts';
import type { About } from '../machine/metadata/answers.ts';

const ACCOUNT = '000000000000';
/** EC2 gives new credentials long before the old ones end. */
const RENEW_BEFORE_MS = 15 * 60_000;

/**
 * The role of a host's instance profile. Only EC2 is trusted with it, whom the emulator does not play, so the account
 * is trusted with it too; what the role may do stays as it was deployed.
 *
 * @param profile its name or ARN
 */
export async function roleOf(clients: Clients, profile: string, instanceId: string): Promise<About['role']> {
  const InstanceProfileName = profile.split('/').at(-1);
  const { InstanceProfile } = await clients.iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  const name = InstanceProfile?.Roles?.[0]?.RoleName ?? '';
  const Principal = { Service: 'ec2.amazonaws.com', AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  };
  const PolicyDocument = JSON.stringify(trust);
  await clients.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: name, PolicyDocument }));

  const assume = async () => {
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
    const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: instanceId });
    const { Credentials: given } = await clients.sts.send(command);
    return {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
      expiration: given?.Expiration ?? new Date(),
    };
  };
  let current = assume();
  return {
    name,
    credentials: async () => {
      if ((await current).expiration.getTime() < Date.now() + RENEW_BEFORE_MS) current = assume();
      return current;
    },
  };
}
