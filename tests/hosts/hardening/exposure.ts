import type { Host } from '../system/open-system.ts';

/** The services of which a host of the kind consists: ours, and Debian's that we run. */
export const SERVICES: Record<Host['stack'], string[]> = {
  BastionStack: ['movieflix-journal'],
  DatabaseStack: [
    ...['movieflix-address', 'movieflix-attachment', 'movieflix-backup', 'movieflix-disk'],
    ...['movieflix-journal', 'movieflix-volume', 'postgresql@17-main'],
  ],
  ApiStack: ['movieflix-api', 'movieflix-journal'],
  WebStack: ['movieflix-journal', 'movieflix-releases', 'nginx'],
};

/** What `systemd-analyze security` says of services, by their names: 0 is the best, 10 the worst. */
export async function exposureOf({ machine }: Host, services: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const service of services) {
    const said = await machine.run(`systemd-analyze security --no-pager ${service}.service || true`);
    const level = /Overall exposure level for .*: ([\d.]+)/.exec(said)?.[1];
    if (level === undefined) throw new Error(`expected a level for ${service} but received ${said}`);
    found[service] = Number(level);
  }
  return found;
}
