import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPage } from '../browser/chromium-session.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile } from '../browser/deeds.ts';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { run } from './stage/programs.ts';
import { launchChromiumInWorld } from './system/chromium-in-world.ts';
import { ensureSystemPrograms, type Host, openSystem, type System } from './system/open-system.ts';

const BOOT_WITHIN_MS = 900_000;
const SERVED_WITHIN_MS = 60_000;

await describeWherePossible('hosts that boot', ensureSystemPrograms, (ready) => {
  let system: System;
  let bastion: Host;
  let database: Host;
  let api: Host;
  let web: Host[];

  beforeAll(async () => {
    await ready;
    system = await openSystem();
    // As CloudFormation starts them: the API's hosts are started once the others have signalled.
    bastion = await system.bootBastion();
    database = await system.bootHost('DatabaseStack');
    web = [await system.bootHost('WebStack'), await system.bootHost('WebStack')];
    for (const { machine } of system.hosts) await machine.waitForCloudInit();
    api = await system.bootHost('ApiStack');
    await api.machine.waitForCloudInit();
  }, BOOT_WITHIN_MS);
  afterAll(() => system?.close());

  const fromWorld = (...command: string[]) =>
    run('ip', 'netns', 'exec', system.stage.world.namespace, ...command);
  const statusOf = (namespace: string, url: string) => {
    const trust = ['--cacert', system.stage.authority.certificate];
    const quiet = ['--silent', '--max-time', '5', '--output', '/dev/null', '--write-out', '%{http_code}'];
    return run('ip', 'netns', 'exec', namespace, 'curl', ...trust, ...quiet, url).catch(() => 'unreachable');
  };

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

  test('tell CloudFormation of their success', async () => {
    const calls = await system.stage.calls();
    for (const { machine, plug } of system.hosts) {
      const signals = calls.filter(
        ({ from, action }) => from === plug.address && action === 'SignalResource',
      );
      expect([machine.name, signals.length > 0]).toEqual([machine.name, true]);
      const said = await machine.run('cat /var/log/cloud-init-output.log');
      expect(said).toContain("This host's installation ends with SUCCESS.");
    }
  });

  test('serve the web app and a ready API behind the load balancer', async () => {
    const { siteUrl, world } = system.stage;
    for (const path of ['/', '/api/ready'])
      await waitFor(
        `${path} to be served`,
        async () => (await statusOf(world.namespace, `${siteUrl}${path}`)) === '200',
        SERVED_WITHIN_MS,
      );
  });

  test('show a new member, in a browser, thumbnails of the photographs that the member uploads', async () => {
    const browser = await launchChromiumInWorld(system.stage);
    try {
      const { page } = await openPage(browser, system.stage.siteUrl, { ignoreHTTPSErrors: true });
      await signUp(page);
      await chooseFiles(page, [photo('canyon-wren.jpg'), photo('valley-midnight.jpg')]);
      await goToGallery(page);
      for (const title of ['canyon-wren', 'valley-midnight'])
        expect(await shapeOfThumbnail(tile(page, title))).toBeGreaterThan(0);
    } finally {
      await browser.close();
    }
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
});
