import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { waitFor } from '../../waiting/wait-for.ts';
import { backendOf, type DeployedBalancer, PLACES, renderBalancer } from './balancer-settings.ts';
import { run, type Server, serve } from './programs.ts';

export interface Target {
  /** Of the instance. */
  id: string;
  address: string;
  port: number;
}

export interface TargetHealth {
  id: string;
  port: number;
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining';
}

export interface Balancer extends Server {
  /**
   * Says which targets a group has. A new one gets requests once it is found healthy; one that is gone gets no new
   * requests and ends those under way, for as long as the group's deregistration delay.
   */
  setTargets(targetGroupArn: string, targets: Target[]): Promise<void>;
  health(targetGroupArn: string): Promise<TargetHealth[]>;
  /** When none drains any more. */
  drained(): Promise<void>;
}

interface Place extends Target {
  wasHealthy: boolean;
  isDraining: boolean;
}

/** Starts a load balancer in a namespace that is plugged as its host. */
export async function startBalancer(
  folder: string,
  namespace: string,
  certificate: string,
  deployed: DeployedBalancer,
): Promise<Balancer> {
  const settings = path.join(folder, 'balancer.cfg');
  const socket = path.join(folder, 'balancer.sock');
  await writeFile(settings, renderBalancer(deployed, certificate, socket));
  await run('haproxy', '-c', '-f', settings);
  const server = serve(path.join(folder, 'balancer.log'), namespace, 'haproxy', '-db', '-f', settings);
  await waitFor('the load balancer', () => existsSync(socket));
  const places = new Map<string, Place>();
  const draining = new Set<Promise<void>>();
  const stopping = new AbortController();

  const nameOf = (arn: string, index: number) => `${backendOf(arn)}/target-${index}`;
  const placesOf = (arn: string) => [...places].filter(([name]) => name.startsWith(`${backendOf(arn)}/`));

  async function admit(arn: string, target: Target): Promise<void> {
    const numbers = Array.from({ length: PLACES }, (_, index) => index + 1);
    const name = numbers.map((each) => nameOf(arn, each)).find((each) => !places.has(each));
    if (name === undefined) throw new Error(`expected at most ${PLACES} targets in ${arn}`);
    places.set(name, { ...target, wasHealthy: false, isDraining: false });
    await command(socket, `set server ${name} addr ${target.address} port ${target.port}`);
    await command(socket, `set server ${name} state ready`);
    // Until its checks have found it healthy.
    await command(socket, `set server ${name} health down`);
  }

  async function dismiss(arn: string, name: string, place: Place): Promise<void> {
    place.isDraining = true;
    await command(socket, `set server ${name} state drain`);
    const delay = deployed.targetGroups.find(({ group }) => group.TargetGroupArn === arn)?.attributes;
    const seconds = Number(delay?.get('deregistration_delay.timeout_seconds') ?? 300);
    const isIdle = async () => stopping.signal.aborted || (await rowOf(socket, name))?.['scur'] === '0';
    await waitFor('requests under way', isIdle, seconds * 1000).catch(() => undefined);
    if (stopping.signal.aborted) return;
    await command(socket, `set server ${name} state maint`);
    await command(socket, `shutdown sessions server ${name}`);
    places.delete(name);
  }

  return {
    async setTargets(arn, targets) {
      const current = placesOf(arn).filter(([, place]) => !place.isDraining);
      for (const [name, place] of current) {
        if (targets.some((target) => target.id === place.id)) continue;
        const end = dismiss(arn, name, place).finally(() => draining.delete(end));
        draining.add(end);
      }
      for (const target of targets)
        if (!current.some(([, place]) => place.id === target.id)) await admit(arn, target);
    },
    async health(arn) {
      const rows = await statistics(socket);
      return placesOf(arn).map(([name, place]) => {
        const isUp = rows.get(name)?.['status']?.startsWith('UP') ?? false;
        place.wasHealthy ||= isUp;
        const state = place.isDraining
          ? 'draining'
          : isUp
            ? 'healthy'
            : place.wasHealthy
              ? 'unhealthy'
              : 'initial';
        return { id: place.id, port: place.port, state };
      });
    },
    async drained() {
      await Promise.all(draining);
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(draining);
      await server.stop();
    },
  };
}

/** One command of HAProxy's runtime API. It answers some with an empty line, and faults with a sentence. */
async function command(socket: string, line: string): Promise<string> {
  const connection = connect(socket);
  await once(connection, 'connect');
  connection.end(`${line}\n`);
  const said = (await text(connection)).trim();
  if (!line.startsWith('show ') && /no such|invalid|unknown|denied|require|must/i.test(said))
    throw new Error(`${line}: ${said}`);
  return said;
}

type Row = Record<string, string>;

/** HAProxy's statistics of each server, by its name. */
async function statistics(socket: string): Promise<Map<string, Row>> {
  const [head = '', ...lines] = (await command(socket, 'show stat -1 4 -1')).split('\n');
  const columns = head.replace('# ', '').split(',');
  const rows = lines.map((line): Row => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
  });
  return new Map(rows.map((row) => [`${row['pxname']}/${row['svname']}`, row]));
}

async function rowOf(socket: string, name: string): Promise<Row | undefined> {
  return (await statistics(socket)).get(name);
}
