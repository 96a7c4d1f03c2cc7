import { setTimeout as pause } from 'node:timers/promises';
import { describeGroupPolicy } from './group-policy.ts';
import type { Host, System } from './open-system.ts';
import type { GroupStack } from './wanted-hosts.ts';

const LOOK_EVERY_MS = 500;

/** How an update went: complete, or what stopped it. */
export type Roll = { isComplete: true } | { isComplete: false; reason: string };

/** An Auto Scaling group, played as the deployed one is set. */
export interface Group {
  hosts(): Host[];
  /** Starts as many hosts as it wants, and waits until each has told CloudFormation of its success. */
  fill(): Promise<void>;
  /** From now on replaces each host that is dead, or that the load balancer finds unhealthy; returns how to stop. */
  keep(): () => Promise<void>;
  /**
   * What CloudFormation does when the launch template has changed: by batches of the policy's size it starts hosts,
   * waits for their signals, and only then ends as many old ones. It stops at the first that fails, and ends it.
   */
  roll(): Promise<Roll>;
}

export async function openGroup(system: System, stack: GroupStack): Promise<Group> {
  const policy = await describeGroupPolicy(system.deployed, stack);
  if (policy.maxBatchSize !== 1)
    throw new Error(`expected ${stack} to roll one by one but it has batches of ${policy.maxBatchSize}`);
  let isGivenUp = false;

  function hosts(): Host[] {
    if (isGivenUp) throw new Error(`expected the group of ${stack} to be kept, but that failed`);
    return system.hosts.filter((host) => host.stack === stack);
  }

  async function fill(): Promise<void> {
    const missing = Array.from({ length: policy.minSize - hosts().length });
    const started = await Promise.all(missing.map(() => system.bootHost(stack)));
    for (const host of started) await success(host);
  }

  async function success(host: Host): Promise<void> {
    const status = await system.signalOf(host, policy.patienceMs);
    if (status !== 'SUCCESS')
      throw new Error(`expected ${host.machine.name} to install itself, but it failed`);
  }

  async function replaceTheDead(): Promise<void> {
    for (const host of hosts()) {
      if (!host.isDead && !(policy.isAskedByLoadBalancer && (await isUnhealthy(host)))) continue;
      await system.removeHost(host);
      await system.bootHost(stack);
    }
  }

  /** One that was healthy once: the grace period is for those that still install themselves. */
  async function isUnhealthy(host: Host): Promise<boolean> {
    return (await system.healthOf(host)) === 'unhealthy';
  }

  return {
    hosts,
    fill,
    keep() {
      const stopping = new AbortController();
      const kept = (async () => {
        while (!stopping.signal.aborted) {
          await replaceTheDead();
          await pause(LOOK_EVERY_MS);
        }
      })();
      kept.catch((error: unknown) => {
        process.stderr.write(`The group of ${stack} is kept no more: ${error}\n`);
        isGivenUp = true;
      });
      return async () => {
        stopping.abort();
        await kept;
      };
    },
    async roll() {
      for (const old of hosts()) {
        const isSpare = hosts().length > policy.minInServiceWhileRolling;
        if (isSpare) await system.removeHost(old);
        const next = await system.bootHost(stack);
        try {
          await success(next);
        } catch (error) {
          await system.removeHost(next);
          return { isComplete: false, reason: (error as Error).message };
        }
        if (!isSpare) await system.removeHost(old);
      }
      return { isComplete: true };
    },
  };
}
