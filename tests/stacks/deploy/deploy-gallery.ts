import { samBuild } from '../build/sam-build.ts';
import { clientsOf } from '../emulator/clients.ts';
import { startEmulator } from '../emulator/start-emulator.ts';
import type { Deployed } from './deployed.ts';
import { describeGallery, failuresOf, STACK_NAME } from './gallery.ts';
import { type Answers, samDeployGuided } from './sam-deploy.ts';

/** For hooks that build and deploy; only to end what hangs. */
export const DEPLOY_WITHIN_MS = 600_000;

/** What is answered besides the Enter key: the one question without a default, and not to write samconfig.toml. */
export const ANSWERS: Answers = {
  'Parameter AdminEmail': 'ada@example.org',
  'Save arguments to configuration file': 'n',
  'Deploy this changeset': 'y',
};

/** A new emulator with the gallery deployed into it. Call stop on its emulator at the end. */
export async function deployGallery(answers = ANSWERS, options: string[] = []): Promise<Deployed> {
  const build = await samBuild();
  const emulator = await startEmulator();
  const clients = clientsOf(emulator);
  const deploy = await samDeployGuided(emulator, build, answers, options);
  if (!deploy.succeeded) {
    const failures = await failuresOf(clients.cloudFormation, STACK_NAME).catch(() => []);
    await emulator.stop();
    throw new Error(`sam deploy failed: ${failures.join('\n')}\n${deploy.said}`);
  }
  return { emulator, clients, deploy, gallery: await describeGallery(clients.cloudFormation) };
}
