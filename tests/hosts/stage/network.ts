import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addressIn, chooseAddress, SERVICES, WORLD, WORLD_RESOLVER } from './addresses.ts';
import type { DeployedNetwork, SecurityGroup } from './deployed-network.ts';
import { makeNamespace, ownName, removeNamespace, useNameServer } from './namespaces.ts';
import { run } from './programs.ts';
import { renderSecurityGroups } from './security-groups.ts';

export interface PlugOptions {
  subnetId: string;
  securityGroupIds: string[];
}

/** A place for a host: a network namespace with eth0 in it. */
export interface Plug {
  namespace: string;
  address: string;
  /** The network's name server, which is AWS's: base of the network plus two. */
  resolver: string;
  /** Its host died: whoever speaks to it hears nothing, as of a machine without power. */
  cut(): Promise<void>;
  unplug(): Promise<void>;
}

export interface Network {
  router: string;
  /** Where AWS, Debian's mirror and CloudFront are. */
  services: string;
  world: string;
  resolver: string;
  plugHost(name: string, options: PlugOptions): Promise<Plug>;
  /** Takes over security groups that were changed. */
  changeSecurityGroups(groups: SecurityGroup[]): Promise<void>;
  close(): Promise<void>;
}

interface Wire {
  namespace: string;
  groups: string[];
  isPublic: boolean;
  isDead: boolean;
}

/**
 * The network of a deployment: a router, to which every host has a wire of its own, so that no packet goes around
 * the security groups. Nothing leads from it to the network of the machine.
 */
export async function openNetwork(
  deployed: DeployedNetwork,
  groups: SecurityGroup[],
  folder: string,
): Promise<Network> {
  const router = await makeNamespace('router');
  const resolver = addressIn(deployed.cidr, 2);
  const plugs = new Map<string, Wire>();
  let current = groups;
  let wires = 0;

  await run('ip', 'netns', 'exec', router, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
  await run('ip', '-n', router, 'address', 'add', `${resolver}/32`, 'dev', 'lo');
  const rules = inTurn(async () => {
    const file = path.join(folder, 'security-groups.nft');
    const hosts = [...plugs];
    const groupsByAddress = new Map(hosts.map(([address, plug]) => [address, plug.groups]));
    const publicAddresses = hosts.filter(([, plug]) => plug.isPublic).map(([address]) => address);
    const deadAddresses = hosts.filter(([, plug]) => plug.isDead).map(([address]) => address);
    const members = { groupsByAddress, publicAddresses, deadAddresses };
    await writeFile(file, renderSecurityGroups(current, members));
    await run('ip', 'netns', 'exec', router, 'nft', '-f', file);
  });
  await rules();

  const world = await connect(router, 'world', 'outside', [WORLD]);
  const services = await connect(router, 'services', 'services', [
    ...Object.values(SERVICES),
    WORLD_RESOLVER,
  ]);
  await useNameServer(world, WORLD_RESOLVER);

  return {
    router,
    services,
    world,
    resolver,
    async plugHost(name, { subnetId, securityGroupIds }) {
      const subnet = deployed.subnets.get(subnetId);
      if (subnet === undefined)
        throw new Error(`expected a subnet of the deployment but received ${subnetId}`);
      const address = chooseAddress(subnet.cidr, (each) => plugs.has(each));
      const { isPublic } = subnet;
      const plug: Wire = { namespace: ownName(name), groups: securityGroupIds, isPublic, isDead: false };
      plugs.set(address, plug);
      const wire = `host${wires++}`;
      const namespace = await connect(router, name, wire, [address]);
      await useNameServer(namespace, resolver);
      await rules();
      return {
        namespace,
        address,
        resolver,
        async cut() {
          plug.isDead = true;
          await rules();
        },
        async unplug() {
          if (!plugs.has(address)) return;
          // With the namespace it would go only later, and its route be in the way of the next host's.
          await run('ip', '-n', router, 'link', 'delete', wire);
          await removeNamespace(namespace);
          plugs.delete(address);
          await rules();
        },
      };
    },
    async changeSecurityGroups(changed) {
      current = changed;
      await rules();
    },
    async close() {
      const hosts = [...plugs.values()].map((plug) => plug.namespace);
      for (const namespace of [...hosts, world, services, router]) await removeNamespace(namespace);
    },
  };
}

/** Every wire ends at this address of the router, which needs no network between the two. */
const GATEWAY = '169.254.1.1';

async function connect(router: string, name: string, wire: string, addresses: string[]): Promise<string> {
  const namespace = await makeNamespace(name);
  const ip = (where: string, ...args: string[]) => run('ip', '-n', where, ...args);
  await ip(router, 'link', 'add', wire, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
  await ip(router, 'address', 'add', `${GATEWAY}/32`, 'dev', wire);
  await ip(router, 'link', 'set', wire, 'up');
  for (const address of addresses) {
    await ip(namespace, 'address', 'add', `${address}/32`, 'dev', 'eth0');
    await ip(router, 'route', 'add', address, 'dev', wire);
  }
  await ip(namespace, 'link', 'set', 'eth0', 'up');
  await ip(namespace, 'route', 'add', GATEWAY, 'dev', 'eth0');
  await ip(namespace, 'route', 'add', 'default', 'via', GATEWAY, 'dev', 'eth0');
  return namespace;
}

/** A deed that is done again after the one under way, never beside it. */
function inTurn(deed: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(deed, deed);
    return last;
  };
}
