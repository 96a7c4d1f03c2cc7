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

/** The default profile for this machine's processor, with a bastion, and with no images but those of the tests. */
const ANSWERS = {
  ...ANSWERS_FOR_THIS_PROCESSOR,
  'Parameter SampleContent': 'off',
  'Parameter SshCidr': `${WORLD}/32`,
  'Parameter SshKeyPair': KEY_PAIR,
};

/** Of the root template, where they differ from the default profile. */
export type Parameters = Record<string, string>;

/** Deploys the gallery into an emulator of its own. Call stop on its emulator at the end. */
export async function deploySystem(publicKey: string, parameters: Parameters): Promise<Deployed> {
  const build = await samBuild();
  const emulator = await startEmulator();
  try {
    const clients = clientsOf(emulator);
    const key = { KeyName: KEY_PAIR, PublicKeyMaterial: Buffer.from(publicKey) };
    await clients.ec2.send(new ImportKeyPairCommand(key));
    return await deploy({ emulator, clients }, build, parameters);
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

/** The first `sam deploy` into an emulator, or another one. */
export async function deploy(
  { emulator, clients }: Pick<Deployed, 'emulator' | 'clients'>,
  build: string,
  parameters: Parameters,
): Promise<Deployed> {
  const chosen = Object.entries(parameters).map(([name, value]) => [`Parameter ${name}`, value]);
  const answers = { ...ANSWERS, ...Object.fromEntries(chosen) };
  const made = await samDeployGuided(emulator, build, answers);
  if (!made.succeeded) throw new Error(`sam deploy failed: ${made.said}`);
  return { emulator, clients, deploy: made, gallery: await describeGallery(clients.cloudFormation) };
}
