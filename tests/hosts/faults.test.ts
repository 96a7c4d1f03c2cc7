import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { waitFor } from '../waiting/wait-for.ts';
import type { Attempt } from './load/record.ts';
import { whileVisited } from './load/while-visited.ts';
import type { Group } from './system/group.ts';
import { OPEN_WITHIN_MS, openGallery, type RunningGallery, waitUntilServed } from './system/open-gallery.ts';
import { ensureSystemPrograms, type Host } from './system/open-system.ts';

/** Only to end what hangs. */
const RECOVERED_WITHIN_MS = 600_000;

await describeWherePossible('hosts that die', ensureSystemPrograms, (ready) => {
  let gallery: RunningGallery;

  beforeAll(async () => {
    await ready;
    gallery = await openGallery();
  }, OPEN_WITHIN_MS);
  afterAll(() => gallery?.close());

  const groups = () => [gallery.database, gallery.api, gallery.web];
  const idsOf = (group: Group) => group.hosts().map(({ instance }) => instance.instanceId);
  const isServing = async (group: Group, count: number) => {
    const states = await Promise.all(group.hosts().map((host) => gallery.system.healthOf(host)));
    return states.length === count && states.every((state) => state === 'healthy');
  };

  const kindsOf = (failures: Attempt[]) => new Set(failures.map(({ kind }) => kind));

  const isReady = (machine: Host['machine']) =>
    machine.run('curl --silent --fail http://127.0.0.1:3000/api/ready').catch(() => '');

  /** Kills one host, which Auto Scaling sees; returns when another is in its place and serves. */
  async function killOneOf(group: Group, isServed: () => Promise<boolean>): Promise<void> {
    const stopKeeping = groups().map((each) => each.keep());
    try {
      const [victim] = group.hosts() as [Host];
      const count = group.hosts().length;
      await gallery.system.killHost(victim);
      const isReplaced = () => !group.hosts().includes(victim) && group.hosts().length === count;
      await waitFor('another host in its place', isReplaced, RECOVERED_WITHIN_MS);
      await waitFor('it to serve', isServed, RECOVERED_WITHIN_MS);
    } finally {
      for (const stop of stopKeeping) await stop();
    }
  }

  test(
    'lose nothing when an API host dies, and its group replaces it',
    async () => {
      const failed = await whileVisited(gallery.system.stage, 'An API host killed', () =>
        killOneOf(gallery.api, () => isServing(gallery.api, 2)),
      );
      for (const kind of ['page', 'thumbnail', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when a web server dies, and its group replaces it',
    async () => {
      const failed = await whileVisited(gallery.system.stage, 'A web server killed', () =>
        killOneOf(gallery.web, () => isServing(gallery.web, 2)),
      );
      for (const kind of ['list', 'thumbnail', 'ask', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when the database host dies: the next one has its volume, and the API goes on by itself',
    async () => {
      const apiHosts = idsOf(gallery.api);
      const failed = await whileVisited(gallery.system.stage, 'The database host killed', () =>
        killOneOf(gallery.database, async () => {
          await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
          return true;
        }),
      );
      for (const kind of ['page', 'thumbnail', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
      expect(idsOf(gallery.api)).toEqual(apiHosts);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'come back by themselves when every one of them reboots at once',
    async () => {
      // Auto Scaling is not played here: it would replace a host that takes long to come back.
      const before = groups().map(idsOf);
      await whileVisited(gallery.system.stage, 'Every host rebooted', async () => {
        const hosts = groups().flatMap((group) => group.hosts());
        await Promise.all(hosts.map(({ machine }) => machine.reboot()));
        await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
        for (const group of [gallery.api, gallery.web])
          await waitFor('both hosts to serve', () => isServing(group, 2), RECOVERED_WITHIN_MS);
        for (const { machine } of gallery.api.hosts())
          await waitFor('each to be ready', () => isReady(machine), RECOVERED_WITHIN_MS);
      });
      expect(groups().map(idsOf)).toEqual(before);
    },
    RECOVERED_WITHIN_MS,
  );
});
