import { DescribeLaunchTemplateVersionsCommand, type ResponseLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { Deployed } from './deployed.ts';
import { resourceOf } from './gallery.ts';

/** The newest version of the launch template of a stack's hosts. */
export async function launchTemplateOf(
  deployed: Deployed,
  stack: string,
): Promise<ResponseLaunchTemplateData> {
  const command = new DescribeLaunchTemplateVersionsCommand({
    LaunchTemplateId: resourceOf(deployed.gallery, stack, 'LaunchTemplate'),
    Versions: ['$Latest'],
  });
  const { LaunchTemplateVersions = [] } = await deployed.clients.ec2.send(command);
  return LaunchTemplateVersions[0]?.LaunchTemplateData ?? {};
}

/** The script that a stack's hosts run when they boot. */
export async function userDataOf(deployed: Deployed, stack: string): Promise<string> {
  const { UserData = '' } = await launchTemplateOf(deployed, stack);
  return Buffer.from(UserData, 'base64').toString();
}
