import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { chooseAccount, commandAs } from '@movieflix/local/postgres/account.ts';
import { findPostgresBinaries } from '@movieflix/local/postgres/binaries.ts';
import { makeSocketFolder } from '@movieflix/local/postgres/socket-folder.ts';
import { waitFor } from '../waiting/wait-for.ts';
import {
  findProcess,
  type GalleryProcess,
  newDataFolder,
  processesOf,
  removeDataFolder,
  START_MS,
  startGallery,
  waitUntilAllGone,
} from './gallery-process.ts';
import { signIn, signUp } from './member.ts';

const dataFolder = newDataFolder();

afterEach(() => removeDataFolder(dataFolder));

test(
  'after kill -9 the parts end by themselves and the next start has the data',
  async () => {
    const first = startGallery(dataFolder);
    expect(await signUp(await first.ready())).toBe(201);
    first.child.kill('SIGKILL');
    expect(await waitUntilAllGone(dataFolder)).toBe(true);

    await expectDataIn(startGallery(dataFolder));
  },
  START_MS,
);

test(
  'the next start may come at once after kill -9',
  async () => {
    const first = startGallery(dataFolder);
    expect(await signUp(await first.ready())).toBe(201);
    first.child.kill('SIGKILL');
    await first.ended.catch(() => {});

    await expectDataIn(startGallery(dataFolder));
  },
  START_MS,
);

test(
  'a PostgreSQL that was left running is stopped and its data taken over',
  async () => {
    const first = startGallery(dataFolder);
    expect(await signUp(await first.ready())).toBe(201);
    first.child.kill('SIGTERM');
    await first.ended;
    const leftover = await leaveServerRunning(path.join(dataFolder, 'postgres'));

    await expectDataIn(startGallery(dataFolder));
    expect(processesOf(dataFolder)).not.toContain(leftover);
  },
  START_MS,
);

test(
  'an interrupted initdb is started anew',
  async () => {
    const unfinished = path.join(dataFolder, 'postgres/data.unfinished');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(path.join(unfinished, 'PG_VERSION'), '17\n');
    writeFileSync(path.join(dataFolder, 'postgres/password'), 'of the interrupted one');

    const gallery = startGallery(dataFolder);
    await gallery.ready();
    gallery.child.kill('SIGTERM');
    expect(await gallery.ended).toBe(0);
  },
  START_MS,
);

test(
  'an API that is killed is started again',
  async () => {
    const gallery = startGallery(dataFolder);
    const url = await gallery.ready();
    process.kill(findProcess(dataFolder, 'api-server/src/main.ts'), 'SIGKILL');
    await waitFor('word of the end', () => gallery.output().includes('The API has ended unexpectedly'));
    await waitFor('the next API', async () => (await fetch(`${url}/api/ready`).catch(() => undefined))?.ok);
    gallery.child.kill('SIGTERM');
    expect(await gallery.ended).toBe(0);
  },
  START_MS,
);

test(
  'where PostgreSQL dies everything stops with a sentence',
  async () => {
    const gallery = startGallery(dataFolder);
    await gallery.ready();
    process.kill(findProcess(dataFolder, 'bin/postgres'), 'SIGKILL');
    expect(await gallery.ended).toBe(1);
    expect(gallery.output()).toContain('PostgreSQL has stopped: it was ended by SIGKILL.');
  },
  START_MS,
);

async function expectDataIn(gallery: GalleryProcess): Promise<void> {
  expect(await signIn(await gallery.ready())).toBe(201);
  gallery.child.kill('SIGTERM');
  expect(await gallery.ended).toBe(0);
}

/** As a start that was killed on a system without parent-death signals would. Returns the server's pid. */
async function leaveServerRunning(folder: string): Promise<number> {
  const { postgres } = findPostgresBinaries();
  const account = chooseAccount(folder);
  const server = [postgres, '-D', path.join(folder, 'data'), '-k', await makeSocketFolder(folder, account)];
  const command = commandAs(account, [postgres, folder], [...server, '-c', 'listen_addresses=']);
  const [program = '', ...args] = command.map((word) => (word === 'INT' ? 'clear' : word));
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  await waitFor('the server', () => log.includes('ready to accept connections'));
  return child.pid!;
}
