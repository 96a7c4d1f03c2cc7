import { DescribeSubnetsCommand, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { resourceOf } from '../../stacks/deploy/gallery.ts';
import { REGION } from '../../stacks/emulator/start-emulator.ts';
import { ensureDebianPackages } from '../../stacks/tools/debian-packages.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { bootMachine, type Machine } from '../machine/boot-machine.ts';
import { makeFolder, removeFolder } from '../machine/machine-folder.ts';
import type { About } from '../machine/metadata/answers.ts';
import { ensureMachinePrograms } from '../machine/programs.ts';
import { openVolumeStore, type VolumeStore } from '../machine/volumes/volume-store.ts';
import type { TargetHealth } from '../stage/balancer.ts';
import type { Plug } from '../stage/network.ts';
import { openStage, type Stage } from '../stage/open-stage.ts';
import { ensureStagePrograms } from '../stage/programs.ts';
import type { Signal } from '../stage/signals.ts';
import { deploy, deploySystem, KEY_PAIR, type Parameters } from './deploy-system.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';
import { roleOf } from './role-credentials.ts';
import { describeBastion, type GroupStack, type Instance, startInstance } from './wanted-hosts.ts';

function portOf(stack: Host['stack']): number | undefined {
  return stack === 'BastionStack' ? undefined : TARGET_PORTS[stack];
}

/** The port on which a target group asks its hosts. */
const TARGET_PORTS: Partial<Record<GroupStack, number>> = { ApiStack: 3000, WebStack: 80 };

/** A host that boots, or runs. */
export interface Host {
  stack: GroupStack | 'BastionStack';
  instance: Instance;
  machine: Machine;
  plug: Plug;
  role: About['role'];
  bootedAtMs: number;
  /** It ended, and not to boot again. */
  isDead: boolean;
}

/** The deployed gallery with its hosts. */
export interface System {
  /** As of the last deploy. */
  deployed: Deployed;
  stage: Stage;
  volumes: VolumeStore;
  keyPair: KeyPair;
  /** All that run. */
  hosts: Host[];
  bootBastion(): Promise<Host>;
  /** Boots another host of a group, and registers it with the group's targets. It returns while the host installs. */
  bootHost(stack: GroupStack): Promise<Host>;
  /** What the host tells CloudFormation at the end of its installation. */
  signalOf(host: Host, withinMs: number): Promise<Signal['status']>;
  /** What the load balancer finds of it; undefined where it has nothing to do with it. */
  healthOf(host: Host): Promise<TargetHealth['state'] | undefined>;
  /** Takes a host's power away: it ends in the middle of what it does, and is silent from then on. */
  killHost(host: Host): Promise<void>;
  /** Ends a host, which may be dead already: it gets no new requests, ends those under way, and is terminated. */
  removeHost(host: Host): Promise<void>;
  /** Deploys again, another build or with other parameters. Hosts that are booted from now on are of that. */
  deployAgain(build: string, others?: Parameters): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error with a sentence where hosts cannot boot on this machine */
export async function ensureSystemPrograms(): Promise<void> {
  await ensureStagePrograms();
  await ensureMachinePrograms();
  await ensureDebianPackages([{ package: 'openssh-client', check: ['ssh', '-V'] }]);
}

/** Deploys the gallery, and opens the stage for its hosts. None has booted yet. */
export async function openSystem(parameters: Parameters = {}): Promise<System> {
  const folder = await makeFolder('system');
  const keyPair = await makeKeyPair(folder);
  const deployed = await deploySystem(keyPair.publicKey, parameters);
  const { clients, gallery } = deployed;
  const stage = await openStage(deployed);
  const volumes = await openVolumeStore(clients.ec2);
  const hosts: Host[] = [];
  const booting = new Set<Promise<Host>>();
  let count = 0;

  /** What closes meanwhile waits for it, or the host would outlive the system. */
  function boot(stack: Host['stack'], number: number, instance: Instance): Promise<Host> {
    const host = bootNow(stack, number, instance);
    booting.add(host);
    return host.finally(() => booting.delete(host));
  }

  async function bootNow(stack: Host['stack'], number: number, instance: Instance): Promise<Host> {
    const name = `${stack.replace('Stack', '').toLowerCase()}-${number}`;
    const { instanceId, instanceType, subnetId, securityGroupIds, userData } = instance;
    const plug = await stage.plugHost(name, { subnetId, securityGroupIds });
    const { Subnets = [] } = await clients.ec2.send(new DescribeSubnetsCommand({ SubnetIds: [subnetId] }));
    const role = await roleOf(clients, instance.profile, instanceId);
    const bootedAtMs = Date.now();
    const machine = await bootMachine({
      name,
      networkNamespace: plug.namespace,
      resolver: plug.resolver,
      address: plug.address,
      instanceId,
      instanceType,
      region: REGION,
      zone: Subnets[0]?.AvailabilityZone ?? '',
      userData,
      role,
      publicKeys: { [KEY_PAIR]: keyPair.publicKey },
      volumes,
    });
    const host: Host = { stack, instance, machine, plug, role, bootedAtMs, isDead: false };
    void machine.ended.then(() => {
      host.isDead = true;
    });
    hosts.push(host);
    await registerTargets(stack);
    return host;
  }

  async function registerTargets(stack: Host['stack']): Promise<void> {
    const port = portOf(stack);
    if (port === undefined) return;
    const members = hosts.filter((host) => host.stack === stack);
    const targets = members.map(({ instance, plug }) => ({
      id: instance.instanceId,
      address: plug.address,
      port,
    }));
    await stage.balancer.setTargets(resourceOf(gallery, stack, 'TargetGroup'), targets);
  }

  const system: System = {
    ...{ deployed, stage, volumes, keyPair, hosts },
    bootBastion: async () => boot('BastionStack', ++count, await describeBastion(system.deployed)),
    async bootHost(stack) {
      const number = ++count;
      return boot(stack, number, await startInstance(system.deployed, stack, number));
    },
    signalOf: async (host, withinMs) => {
      const { instanceId } = host.instance;
      const signal = () => stage.signals.findLast(({ uniqueId }) => uniqueId === instanceId);
      return (await waitFor(`the signal of ${host.machine.name}`, signal, withinMs)).status;
    },
    healthOf: async (host) => {
      if (portOf(host.stack) === undefined) return undefined;
      const targets = await stage.balancer.health(resourceOf(gallery, host.stack, 'TargetGroup'));
      return targets.find(({ id }) => id === host.instance.instanceId)?.state;
    },
    killHost: async (host) => {
      await host.plug.cut();
      await host.machine.kill9();
    },
    removeHost: async (host) => {
      hosts.splice(hosts.indexOf(host), 1);
      await registerTargets(host.stack);
      await stage.balancer.drained();
      await host.machine.stop();
      await host.plug.unplug();
      await clients.ec2.send(new TerminateInstancesCommand({ InstanceIds: [host.instance.instanceId] }));
    },
    async deployAgain(build, others = {}) {
      system.deployed = await deploy(deployed, build, { ...parameters, ...others });
    },
    close: async () => {
      await Promise.allSettled(booting);
      await Promise.all(hosts.map(({ machine }) => machine.kill9().then(() => machine.stop())));
      await volumes.close();
      await stage.close();
      await deployed.emulator.stop();
      await removeFolder(folder);
    },
  };
  return system;
}
