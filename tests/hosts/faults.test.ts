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
  let stopKeeping: (() => Promise<void>)[];

  beforeAll(async () => {
    await ready;
    gallery = await openGallery();
    stopKeeping = [gallery.database, gallery.api, gallery.web].map((group) => group.keep());
  }, OPEN_WITHIN_MS);
  afterAll(async () => {
    for (const stop of stopKeeping ?? []) await stop();
    await gallery?.close();
  });

  const idsOf = (group: Group) => group.hosts().map(({ instance }) => instance.instanceId);
  const isServing = async (group: Group, count: number) => {
    const states = await Promise.all(group.hosts().map((host) => gallery.system.healthOf(host)));
    return states.length === count && states.every((state) => state === 'healthy');
  };

  const kindsOf = (failures: Attempt[]) => new Set(failures.map(({ kind }) => kind));

  const isReady = (machine: Host['machine']) =>
    machine.run('curl --silent --fail http://127.0.0.1:3000/api/ready').catch(() => '');

  async function killOneOf(group: Group): Promise<void> {
    const [victim] = group.hosts() as [Host, Host];
    await gallery.system.killHost(victim);
    const isReplaced = async () => !group.hosts().includes(victim) && (await isServing(group, 2));
    await waitFor('another host in its place', isReplaced, RECOVERED_WITHIN_MS);
  }

  test(
    'lose nothing when an API host dies, and its group replaces it',
    async () => {
      const failed = await whileVisited(gallery.system.stage, 'An API host killed', () =>
        killOneOf(gallery.api),
      );
      for (const kind of ['page', 'thumbnail', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when a web server dies, and its group replaces it',
    async () => {
      const failed = await whileVisited(gallery.system.stage, 'A web server killed', () =>
        killOneOf(gallery.web),
      );
      for (const kind of ['list', 'thumbnail', 'ask', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when the database host dies: the next one has its volume, and the API goes on by itself',
    async () => {
      const apiHosts = idsOf(gallery.api);
      const [victim] = gallery.database.hosts() as [Host];
      const failed = await whileVisited(gallery.system.stage, 'The database host killed', async () => {
        await gallery.system.killHost(victim);
        await waitFor(
          'another host in its place',
          () => !gallery.database.hosts().includes(victim) && gallery.database.hosts().length === 1,
          RECOVERED_WITHIN_MS,
        );
        await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
      });
      for (const kind of ['page', 'thumbnail', 'upload']) expect(kindsOf(failed)).not.toContain(kind);
      expect(idsOf(gallery.api)).toEqual(apiHosts);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'come back by themselves when every one of them reboots at once',
    async () => {
      const groups = [gallery.database, gallery.api, gallery.web];
      const before = groups.map(idsOf);
      await whileVisited(gallery.system.stage, 'Every host rebooted', async () => {
        const hosts = groups.flatMap((group) => group.hosts());
        await Promise.all(hosts.map(({ machine }) => machine.reboot()));
        await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
        for (const group of [gallery.api, gallery.web])
          await waitFor('both hosts to serve', () => isServing(group, 2), RECOVERED_WITHIN_MS);
        for (const { machine } of gallery.api.hosts())
          await waitFor('each to be ready', () => isReady(machine), RECOVERED_WITHIN_MS);
      });
      expect(groups.map(idsOf)).toEqual(before);
    },
    RECOVERED_WITHIN_MS,
  );
});
