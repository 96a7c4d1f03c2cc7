import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../waiting/wait-for.ts';
import { type CloudInitStatus, readStatus } from './cloud-init.ts';
import { type Container, runInside, startContainer } from './container.ts';
import { makeFolder, mountOverlay, ownName, removeFolder, removeLeftoverMachines } from './machine-folder.ts';
import type { About } from './metadata/answers.ts';
import { serveMetadata } from './metadata/serve-metadata.ts';
import { rootFileSystem } from './root/root-file-system.ts';
import type { VolumeStore } from './volumes/volume-store.ts';

const LONGEST_COMMAND_MS = 120_000;
const LONGEST_INSTALLATION_MS = 600_000;
const LONGEST_SHUTDOWN_MS = 60_000;

export interface MachineSettings extends Omit<About, 'mac'> {
  /** In the names of all that is made for it; different for each. */
  name: string;
  /** With eth0 up, which has the address. */
  networkNamespace: string;
  resolver: string;
  volumes?: VolumeStore;
}

/** A Debian host that runs. */
export interface Machine {
  name: string;
  instanceId: string;
  /** Its root file system, as it sees it. */
  files: string;
  /** The file with its console. */
  console: string;
  /** Of its first process now; undefined when it does not run. */
  pid(): number | undefined;
  /** Runs a bash script as root, with what it shall read, and returns what it printed. */
  run(script: string, input?: string): Promise<string>;
  waitForCloudInit(withinMs?: number): Promise<CloudInitStatus>;
  /** As `reboot` and the console's button do: the same disk and instance id. Returns when it boots again. */
  reboot(): Promise<void>;
  /** A power cut. */
  kill9(): Promise<void>;
  /** Resolves when it runs no more, unless it reboots. */
  ended: Promise<'off' | 'killed'>;
  /** Terminates it: it is given time to shut down, then nothing stays of it but its volumes. */
  stop(): Promise<void>;
}

/** Boots a host as EC2 would. */
export async function bootMachine(settings: MachineSettings): Promise<Machine> {
  const { name, instanceId, networkNamespace: namespace, volumes } = settings;
  await removeLeftoverMachines();
  const folder = await makeFolder(name);
  const files = await mountOverlay(folder, await rootFileSystem());
  await writeFile(path.join(files, 'etc/resolv.conf'), `nameserver ${settings.resolver}\n`);
  const metadata = await serveMetadata(name, namespace, settings);
  const console = path.join(folder, 'console.log');
  const start = () => startContainer({ name: ownName(name), root: files, namespace, console });
  let container: Container | undefined = await start();
  let boots = 1;
  volumes?.plug(instanceId, container.pid);
  const ended = stayUp();
  ended.catch(() => undefined);

  /** A host that reboots is started again, until it is switched off. */
  async function stayUp(): Promise<'off' | 'killed'> {
    for (;;) {
      const how = (await container?.ended) ?? 'killed';
      await container?.kill();
      container = undefined;
      await volumes?.unplug(instanceId, how === 'reboot');
      if (how !== 'reboot') return how;
      container = await start();
      boots += 1;
      volumes?.plug(instanceId, container.pid);
    }
  }

  async function run(script: string, input?: string): Promise<string> {
    if (container === undefined) throw new Error(`expected ${name} to run, but it is switched off`);
    return runInside(container.pid, script, LONGEST_COMMAND_MS, input);
  }

  return {
    ...{ name, instanceId, files, console, run, ended },
    pid: () => container?.pid,
    waitForCloudInit: (withinMs = LONGEST_INSTALLATION_MS) =>
      waitFor(
        `cloud-init of ${name} to end (${console})`,
        async () => readStatus(await run('cloud-init status --format json || true').catch(() => '')),
        withinMs,
      ),
    reboot: async () => {
      const before = boots;
      await run('systemctl --no-block reboot');
      await waitFor(`${name} to reboot`, () => boots > before, LONGEST_SHUTDOWN_MS);
    },
    kill9: async () => {
      await container?.kill();
      await ended;
    },
    stop: async () => {
      if (container !== undefined) {
        await run('systemctl --no-block poweroff').catch(() => '');
        // Where that fails, `ended` does, too.
        const cut = () => container?.kill().catch(() => undefined);
        const patience = setTimeout(cut, LONGEST_SHUTDOWN_MS);
        await ended;
        clearTimeout(patience);
      }
      await metadata.close();
      await removeFolder(folder);
    },
  };
}
