import { ImportKeyPairCommand } from '@aws-sdk/client-ec2';
import { samBuild } from '../../stacks/build/sam-build.ts';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { describeGallery } from '../../stacks/deploy/gallery.ts';
import { samDeployGuided } from '../../stacks/deploy/sam-deploy.ts';
import { ANSWERS_FOR_THIS_PROCESSOR } from '../../stacks/deploy/this-processor.ts';
import { clientsOf } from '../../stacks/emulator/clients.ts';
import { startEmulator } from '../../stacks/emulator/start-emulator.ts';
import { WORLD } from '../stage/addresses.ts';

/** Of the operator who deploys, and who may use SSH. */
export const KEY_PAIR = 'operator';

/** The default profile for this machine's processor, with a bastion. */
const ANSWERS = {
  ...ANSWERS_FOR_THIS_PROCESSOR,
  'Parameter SshCidr': `${WORLD}/32`,
  'Parameter SshKeyPair': KEY_PAIR,
};

/** Deploys the gallery into an emulator of its own. Call stop on its emulator at the end. */
export async function deploySystem(publicKey: string, parameters: Record<string, string>): Promise<Deployed> {
  const chosen = Object.entries(parameters).map(([name, value]) => [`Parameter ${name}`, value]);
  const answers = { ...ANSWERS, ...Object.fromEntries(chosen) };
  const build = await samBuild();
  const emulator = await startEmulator();
  try {
    const clients = clientsOf(emulator);
    const key = { KeyName: KEY_PAIR, PublicKeyMaterial: Buffer.from(publicKey) };
    await clients.ec2.send(new ImportKeyPairCommand(key));
    const deploy = await samDeployGuided(emulator, build, answers);
    if (!deploy.succeeded) throw new Error(`sam deploy failed: ${deploy.said}`);
    return { emulator, clients, deploy, gallery: await describeGallery(clients.cloudFormation) };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}
