import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface LockedPackage {
  version: string;
  integrity: string;
}

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Installs packages into the empty `folder`, each at the version and with the hash that package-lock.json has for
 * it, whatever machine they are made for.
 *
 * @throws where one is not locked, or npm fails
 */
export async function installLocked(names: string[], folder: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const found = names.map((name): [string, LockedPackage] => [name, lockedPackage(lock.packages, name)]);
  const manifest = { dependencies: Object.fromEntries(found.map(([name, { version }]) => [name, version])) };
  // Without the packages' own dependencies, so that exactly the named ones are installed.
  const packages = Object.fromEntries(found.map(([name, locked]) => [`node_modules/${name}`, locked]));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, packages: { '': manifest, ...packages } }),
  );
  await runNpm(folder);
}

function lockedPackage(packages: Record<string, LockedPackage>, name: string): LockedPackage {
  const locked = packages[`node_modules/${name}`];
  if (!locked?.integrity)
    throw new Error(`Expected package-lock.json to hold ${name} with its integrity hash`);
  return { version: locked.version, integrity: locked.integrity };
}

/** --force admits packages made for another processor; --os and --cpu would do so too, but only from npm 10 on. */
async function runNpm(folder: string): Promise<void> {
  const options = [
    '--force',
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = spawn('npm', ['ci', ...options], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(npm, 'exit').catch((error) => {
    throw new Error(`npm cannot be run (${error.message}). On Debian: apt install npm`);
  });
  if (code !== 0) throw new Error(`npm could not install sharp for the layer (exit code ${code})`);
}
