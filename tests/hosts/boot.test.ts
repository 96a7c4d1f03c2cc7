import { afterAll, beforeAll, expect, test } from '@jest/globals';
import films from '@movieflix/api-server/samples/films.json' with { type: 'json' };
import photographs from '@movieflix/api-server/samples/photographs.json' with { type: 'json' };
import type { Page } from 'playwright-core';
import { openPage } from '../browser/chromium-session.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, visit } from '../browser/deeds.ts';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { secretsOf } from '../stacks/deploy/secrets.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { exposureOf, SERVICES } from './hardening/exposure.ts';
import { actionOf, actionsOf } from './hardening/rights.ts';
import { placesWith } from './hardening/secrets-in-sight.ts';
import { run } from './stage/programs.ts';
import { launchChromiumInWorld } from './system/chromium-in-world.ts';
import { OPEN_WITHIN_MS, openGallery, type RunningGallery } from './system/open-gallery.ts';
import { ensureSystemPrograms, type Host, type System } from './system/open-system.ts';

const BOOT_WITHIN_MS = 300_000;
/** Only to end what hangs. */
const SAMPLES_WITHIN_MS = 300_000;
/** systemd calls it OK up to here. */
const MOST_EXPOSED = 4.9;

await describeWherePossible('hosts that boot', ensureSystemPrograms, (ready) => {
  let gallery: RunningGallery;
  let system: System;
  let bastion: Host;
  let database: Host;
  let api: Host;
  let web: Host[];

  beforeAll(async () => {
    await ready;
    gallery = await openGallery({ ApiMinHosts: '1', SampleContent: 'on' });
    system = gallery.system;
    bastion = await system.bootBastion();
    await system.signalOf(bastion, BOOT_WITHIN_MS);
    [database] = gallery.database.hosts() as [Host];
    [api] = gallery.api.hosts() as [Host];
    web = gallery.web.hosts();
  }, OPEN_WITHIN_MS);
  afterAll(() => gallery?.close());

  const fromWorld = (...command: string[]) =>
    run('ip', 'netns', 'exec', system.stage.world.namespace, ...command);

  /** Opens the site as a visitor out in the world does. */
  async function inBrowser(deed: (page: Page) => Promise<void>): Promise<void> {
    const browser = await launchChromiumInWorld(system.stage);
    try {
      const { page } = await openPage(browser, system.stage.siteUrl, { ignoreHTTPSErrors: true });
      await deed(page);
    } finally {
      await browser.close();
    }
  }

  test('install themselves without an error', async () => {
    for (const { machine } of system.hosts)
      expect({ name: machine.name, ...(await machine.waitForCloudInit()) }).toMatchObject({
        name: machine.name,
        status: 'done',
        errors: [],
      });
  });

  test('have no failed unit', async () => {
    for (const { machine } of system.hosts) {
      const failed = await machine.run('systemctl list-units --failed --plain --no-legend');
      expect(`${machine.name}: ${failed.trim()}`).toBe(`${machine.name}: `);
    }
  });

  test('tell CloudFormation of their success', () => {
    for (const { machine, instance, stack, bootedAtMs } of system.hosts) {
      const signals = system.stage.signals.filter(({ uniqueId }) => uniqueId === instance.instanceId);
      const expected = {
        stack: system.deployed.gallery.nested[stack]?.StackId,
        logicalId: stack === 'BastionStack' ? 'BastionIsReady' : 'AutoScalingGroup',
        status: 'SUCCESS',
      };
      expect([machine.name, signals]).toEqual([machine.name, [expect.objectContaining(expected)]]);
      const seconds = ((signals[0]!.atMs - bootedAtMs) / 1000).toFixed(0);
      process.stdout.write(`${machine.name}: ${seconds} s from its boot to its signal\n`);
    }
  });

  test(
    'show a visitor, in a browser, the films and photographs that the deployment asked for',
    async () => {
      await inBrowser(async (page) => {
        await visit(page, '/films', 'Films');
        const listed = (resource: string) =>
          page.evaluate(
            async (url) => (await (await fetch(url)).json()).items.length,
            `/api/${resource}?limit=100`,
          );
        const areThere = async () => (await listed('images')) === photographs.length;
        await waitFor('the sample photographs', areThere, SAMPLES_WITHIN_MS);
        expect(await listed('movies')).toBe(films.films.length);
        await goToGallery(page);
        for (const { title } of photographs)
          expect(await shapeOfThumbnail(tile(page, title))).toBeGreaterThan(0);
      });
    },
    SAMPLES_WITHIN_MS,
  );

  test('show a new member, in a browser, thumbnails of the photographs that the member uploads', async () => {
    await inBrowser(async (page) => {
      await signUp(page);
      await chooseFiles(page, [photo('canyon-wren.jpg'), photo('valley-midnight.jpg')]);
      await goToGallery(page);
      for (const title of ['canyon-wren', 'valley-midnight'])
        expect(await shapeOfThumbnail(tile(page, title))).toBeGreaterThan(0);
    });
  });

  test('are reached by SSH through the bastion, and not around it', async () => {
    const options = ['-i', system.keyPair.file, '-o', 'StrictHostKeyChecking=no', '-o', 'ConnectTimeout=5'];
    const unknown = ['-o', 'UserKnownHostsFile=/dev/null', '-o', 'BatchMode=yes'];
    const ssh = (...args: string[]) => fromWorld('ssh', ...options, ...unknown, ...args);
    const proxy = `ssh ${[...options, ...unknown].join(' ')} -W %h:%p admin@${bastion.plug.address}`;
    for (const { plug, machine } of [database, api, ...web]) {
      const name = await ssh('-o', `ProxyCommand=${proxy}`, `admin@${plug.address}`, 'hostname');
      expect(name.trim()).toBe((await machine.run('hostname')).trim());
      await expect(ssh(`admin@${plug.address}`, 'hostname')).rejects.toThrow(/timed out|unreachable/i);
    }
  });

  test('are out of reach where no rule of a security group admits it', async () => {
    const { world } = system.stage;
    const isOpen = (namespace: string, address: string, port: number) =>
      run(
        ...(['ip', 'netns', 'exec', namespace] as const),
        ...['timeout', '3', 'bash', '-c', `</dev/tcp/${address}/${port}`],
      ).then(
        () => true,
        () => false,
      );
    expect(await isOpen(api.plug.namespace, database.plug.address, 5432)).toBe(true);
    expect(await isOpen(web[0]!.plug.namespace, database.plug.address, 5432)).toBe(false);
    expect(await isOpen(bastion.plug.namespace, database.plug.address, 5432)).toBe(false);
    expect(await isOpen(world.namespace, api.plug.address, 3000)).toBe(false);
    expect(await isOpen(world.namespace, web[0]!.plug.address, 80)).toBe(false);
    expect(await isOpen(world.namespace, database.plug.address, 5432)).toBe(false);
  });

  test('confine every service that they consist of', async () => {
    for (const host of system.hosts) {
      const exposure = await exposureOf(host, SERVICES[host.stack]);
      process.stdout.write(`${host.machine.name}: ${JSON.stringify(exposure)}\n`);
      for (const [service, level] of Object.entries(exposure))
        expect({ service, isConfined: level <= MOST_EXPOSED }).toEqual({ service, isConfined: true });
    }
  });

  test('keep secrets out of logs, lists and files that others read', async () => {
    const secrets = await secretsOf(system.deployed.clients.secrets);
    expect(secrets.length).toBeGreaterThan(2);
    for (const host of system.hosts) {
      const { secretAccessKey, sessionToken } = await host.role.credentials();
      const places = await placesWith(host, [...secrets, secretAccessKey, sessionToken]);
      expect({ host: host.machine.name, places }).toEqual({ host: host.machine.name, places: [] });
    }
  });

  test('call only what the rights of their roles allow, and are refused nothing', async () => {
    const calls = await system.stage.calls();
    for (const { machine, role } of system.hosts) {
      const { accessKeyId } = await role.credentials();
      // A browser's preflight of a signed address needs no right.
      const own = calls.filter((call) => call.accessKeyId === accessKeyId && call.method !== 'OPTIONS');
      const allowed = await actionsOf(system.deployed.clients.iam, role.name);
      const made = [...new Set(own.map(actionOf))];
      expect([machine.name, made.length > 0]).toEqual([machine.name, true]);
      expect([machine.name, made.filter((action) => !allowed.includes(action))]).toEqual([machine.name, []]);
      const refused = own.filter(({ status }) => status === 403 || status === 401).map(actionOf);
      expect([machine.name, refused]).toEqual([machine.name, []]);
    }
  });
});
