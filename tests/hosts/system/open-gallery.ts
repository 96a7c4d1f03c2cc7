import { waitFor } from '../../waiting/wait-for.ts';
import { run } from '../stage/programs.ts';
import { type Group, openGroup } from './group.ts';
import { openSystem, type System } from './open-system.ts';

const SERVED_WITHIN_MS = 120_000;
/** For hooks that deploy and boot all of it; only to end what hangs. */
export const OPEN_WITHIN_MS = 1_200_000;

/** The deployed gallery with all its hosts, which serves. */
export interface RunningGallery {
  system: System;
  database: Group;
  api: Group;
  web: Group;
  close(): Promise<void>;
}

/** Deploys the gallery and boots its groups in the order in which CloudFormation starts them. */
export async function openGallery(parameters: Record<string, string> = {}): Promise<RunningGallery> {
  const system = await openSystem(parameters);
  try {
    const database = await openGroup(system, 'DatabaseStack');
    const web = await openGroup(system, 'WebStack');
    const api = await openGroup(system, 'ApiStack');
    await Promise.all([database.fill(), web.fill()]);
    await api.fill();
    await waitUntilServed(system);
    return { system, database, api, web, close: system.close };
  } catch (error) {
    await system.close();
    throw error;
  }
}

/** Until the site's first page and a ready API answer in the world. */
export async function waitUntilServed({ stage }: System, withinMs = SERVED_WITHIN_MS): Promise<void> {
  for (const path of ['/', '/api/ready'])
    await waitFor(`${path} to be served`, async () => (await statusInWorld(stage, path)) === '200', withinMs);
}

function statusInWorld({ world, siteUrl, authority }: System['stage'], path: string): Promise<string> {
  const quiet = ['--silent', '--max-time', '5', '--output', '/dev/null', '--write-out', '%{http_code}'];
  const command = ['curl', '--cacert', authority.certificate, ...quiet, `${siteUrl}${path}`];
  return run('ip', 'netns', 'exec', world.namespace, ...command).catch(() => 'unreachable');
}
