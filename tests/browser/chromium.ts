import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];
const HOW_TO_INSTALL = 'apt install chromium (Debian), or set CHROMIUM_PATH to a Chromium or Chrome';

/** The path of a Chromium or Chrome that runs, or undefined. */
export async function findChromium(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  for (const file of chosen ? [chosen] : PLACES) {
    if (existsSync(file) && (await runs(file))) return file;
  }
  return undefined;
}

/**
 * The path of a Chromium; installs Debian's where there is none and we are root.
 *
 * @throws Error with a sentence that says what to install
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  // Ubuntu's package of that name only points to a snap.
  if (process.getuid?.() !== 0 || !isDebian()) throw new Error(`it needs Chromium: ${HOW_TO_INSTALL}`);
  process.stdout.write('Installing Chromium with apt-get, about 300 MB.\n');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  const installed = await findChromium();
  if (installed === undefined) throw new Error(`apt-get installed no Chromium that runs: ${HOW_TO_INSTALL}`);
  return installed;
}

async function runs(file: string): Promise<boolean> {
  try {
    await promisify(execFile)(file, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function run(program: string, args: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const [code] = await once(spawn(program, args, { stdio: 'inherit', env }), 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}; ${HOW_TO_INSTALL}`);
}
