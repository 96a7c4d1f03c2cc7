import path from 'node:path';
import { runReconciliation } from '@movieflix/api-server/reconciliation/run-reconciliation.ts';
import { readApiSettings } from './data-folder/api-settings.ts';
import { inheritedEnvironment } from './gallery/api-environment.ts';
import { readCommand } from './gallery/command-line.ts';

const checkout = path.join(import.meta.dirname, '..', '..');

process.exitCode = await runReconciliation(process.argv.slice(2), environmentOfGallery);

/** That of the running gallery's API, also for the AWS SDK, which looks for credentials in our own. */
function environmentOfGallery(): NodeJS.ProcessEnv {
  const { dataFolder } = readCommand([], process.env, checkout);
  process.env = { ...inheritedEnvironment(), ...readApiSettings(dataFolder) };
  return process.env;
}
