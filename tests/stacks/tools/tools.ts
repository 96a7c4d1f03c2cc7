import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { ensureDebianPackages } from './debian-packages.ts';
import { ensurePythonEnvironment, programOf } from './python-environment.ts';

const MACHINE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

/** Absolute paths of the programs that ensureTools installs. */
export const TOOLS = {
  sam: programOf('sam', 'sam'),
  cfnLint: programOf('sam', 'cfn-lint'),
  /** The Python in which sam, cfn-lint and the SAM translator (samtranslator) can be imported. */
  samPython: programOf('sam', 'python'),
  checkov: programOf('checkov', 'checkov'),
  ministack: programOf('emulator', 'ministack'),
  /** The Python in which the emulator can be imported. */
  python: programOf('emulator', 'python'),
  cfnGuard: path.join(
    CHECKOUT,
    `node_modules/@cdklabs/cdk-validator-cfnguard/bin/ubuntu/${MACHINE}/cfn-guard`,
  ),
} as const;

/**
 * Installs into .cache/tools what is not there yet: a minute or two once, nothing after that.
 *
 * @throws Error with a sentence that says what to install, where we may not
 */
export async function ensureTools(): Promise<void> {
  await ensureDebianPackages([{ package: 'make', check: ['make', '--version'] }]);
  await ensurePythonEnvironment('sam', 'the SAM CLI and cfn-lint');
  await ensurePythonEnvironment('emulator', 'the AWS emulator');
  await ensurePythonEnvironment('checkov', 'checkov');
}
