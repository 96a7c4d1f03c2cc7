import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { sendVisitors, type Visitors } from './load/visitors.ts';
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
  const visits = (visitors: Visitors, count: number, sinceMs = 0) =>
    waitFor('visits', () => visitors.since(sinceMs).attempts.length >= count, RECOVERED_WITHIN_MS);
  const isServing = async (group: Group, count: number) => {
    const states = await Promise.all(group.hosts().map((host) => gallery.system.healthOf(host)));
    return states.length === count && states.every((state) => state === 'healthy');
  };

  /**
   * Lets something happen while people visit. Once it is over no request fails any more, and of what was acknowledged
   * nothing is lost.
   *
   * @param deed returns when the gallery has recovered from it
   * @returns which kinds of request failed meanwhile
   */
  async function whileVisited(what: string, deed: () => Promise<void>): Promise<Set<string>> {
    const visitors = await sendVisitors(gallery.system.stage);
    await visits(visitors, 100);
    const beganMs = Date.now();
    expect(visitors.since(0).failures).toEqual([]);
    await deed();
    const overMs = Date.now();
    await visits(visitors, 100, overMs);
    const after = visitors.since(overMs).failures;
    const { attempts, failures, kept, lost } = await visitors.leave();
    const [first, last] = [failures[0], failures.at(-1)];
    const span = first && last ? ` within ${seconds(last.atMs + last.tookMs - first.atMs)}` : '';
    process.stdout.write(
      `${what}: recovered after ${seconds(overMs - beganMs)}; ${failures.length} of ${attempts.length} requests failed${span}; ${lost.length} of ${kept.length + lost.length} originals lost.\n`,
    );
    expect(after).toEqual([]);
    expect(lost).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
    return new Set(failures.map(({ kind }) => kind));
  }

  async function killOneOf(group: Group): Promise<void> {
    const [victim] = group.hosts() as [Host, Host];
    await gallery.system.killHost(victim);
    const isReplaced = async () => !group.hosts().includes(victim) && (await isServing(group, 2));
    await waitFor('another host in its place', isReplaced, RECOVERED_WITHIN_MS);
  }

  test(
    'lose nothing when an API host dies, and its group replaces it',
    async () => {
      const failed = await whileVisited('An API host killed', () => killOneOf(gallery.api));
      for (const kind of ['page', 'thumbnail', 'upload']) expect(failed).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when a web server dies, and its group replaces it',
    async () => {
      const failed = await whileVisited('A web server killed', () => killOneOf(gallery.web));
      for (const kind of ['list', 'thumbnail', 'ask', 'upload']) expect(failed).not.toContain(kind);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'lose nothing when the database host dies: the next one has its volume, and the API goes on by itself',
    async () => {
      const apiHosts = idsOf(gallery.api);
      const [victim] = gallery.database.hosts() as [Host];
      const failed = await whileVisited('The database host killed', async () => {
        await gallery.system.killHost(victim);
        await waitFor(
          'another host in its place',
          () => !gallery.database.hosts().includes(victim) && gallery.database.hosts().length === 1,
          RECOVERED_WITHIN_MS,
        );
        await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
      });
      for (const kind of ['page', 'thumbnail', 'upload']) expect(failed).not.toContain(kind);
      expect(idsOf(gallery.api)).toEqual(apiHosts);
    },
    RECOVERED_WITHIN_MS,
  );

  test(
    'come back by themselves when every one of them reboots at once',
    async () => {
      const groups = [gallery.database, gallery.api, gallery.web];
      const before = groups.map(idsOf);
      await whileVisited('Every host rebooted', async () => {
        const hosts = groups.flatMap((group) => group.hosts());
        await Promise.all(hosts.map(({ machine }) => machine.reboot()));
        await waitUntilServed(gallery.system, RECOVERED_WITHIN_MS);
        for (const group of [gallery.api, gallery.web])
          await waitFor('both hosts to serve', () => isServing(group, 2), RECOVERED_WITHIN_MS);
      });
      expect(groups.map(idsOf)).toEqual(before);
    },
    RECOVERED_WITHIN_MS,
  );
});

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
