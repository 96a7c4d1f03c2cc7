import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, type Server, serve } from './programs.ts';

export interface NameServiceOptions {
  /** Where it runs, and the address there that it answers at. */
  namespace: string;
  address: string;
  /** Addresses of domains with all that is below them. Other names do not exist. */
  domains: Record<string, string>;
}

export interface NameService extends Server {
  /** Sets single names besides the domains; those of before that are not among them are gone. */
  setRecords(records: Record<string, string>): Promise<void>;
}

/** A name server made of dnsmasq. */
export async function startNameService(
  folder: string,
  name: string,
  options: NameServiceOptions,
): Promise<NameService> {
  const { namespace, address, domains } = options;
  const records = path.join(folder, `${name}-records`);
  const next = path.join(folder, `${name}-records.next`);
  await mkdir(records);
  const settings = path.join(folder, `${name}.conf`);
  const answers = Object.entries(domains).map(([domain, to]) => `address=/${domain}/${to}`);
  const lines = [
    'no-resolv',
    'no-hosts',
    'bind-interfaces',
    'user=root',
    'pid-file',
    'address=/#/',
    ...answers,
  ];
  lines.push(`listen-address=${address}`, `hostsdir=${records}`);
  await writeFile(settings, `${lines.join('\n')}\n`);
  await run('dnsmasq', '--test', `--conf-file=${settings}`);
  const log = path.join(folder, `${name}.log`);
  const server = serve(log, namespace, 'dnsmasq', '--keep-in-foreground', `--conf-file=${settings}`);
  return {
    stop: server.stop,
    async setRecords(wanted) {
      await writeFile(
        next,
        Object.entries(wanted)
          .map(([host, to]) => `${to} ${host}\n`)
          .join(''),
      );
      // dnsmasq watches the folder; by the renaming it never sees half a file.
      await rename(next, path.join(records, 'hosts'));
    },
  };
}
