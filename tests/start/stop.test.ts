import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { waitFor } from '../waiting/wait-for.ts';
import {
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

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops everything within seconds',
  async (signal) => {
    const gallery = startGallery(dataFolder);
    await gallery.ready();
    expect(processesOf(dataFolder).length).toBeGreaterThan(3);

    gallery.child.kill(signal);
    expect(await gallery.ended).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
    expect(gallery.output()).toContain('movieFlix has stopped.');
  },
  START_MS,
);

test(
  'what was there before a stop is there after the next start',
  async () => {
    const first = startGallery(dataFolder);
    expect(await signUp(await first.ready())).toBe(201);
    first.child.kill('SIGTERM');
    await first.ended;

    const second = startGallery(dataFolder);
    expect(await signIn(await second.ready())).toBe(201);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  },
  START_MS,
);

test(
  'SIGTERM to npm reaches the gallery',
  async () => {
    const npm = startGallery(dataFolder, {}, ['npm', 'start']);
    await npm.ready();
    npm.child.kill('SIGTERM');
    await npm.ended;
    expect(await waitUntilAllGone(dataFolder)).toBe(true);
    expect(npm.output()).toContain('movieFlix has stopped.');
  },
  START_MS,
);

test(
  'a stop in the middle of a start leaves nothing behind',
  async () => {
    const gallery = startGallery(dataFolder);
    await waitFor(
      'the start to be under way',
      () => gallery.output().includes('Starting movieFlix') && processesOf(dataFolder).length > 1,
      START_MS,
    );
    gallery.child.kill('SIGTERM');
    expect(await gallery.ended).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
  },
  START_MS,
);

test(
  'a second request to stop ends the supervisor at once, and its parts end by themselves',
  async () => {
    const gallery = startGallery(dataFolder);
    const url = await gallery.ready();
    // A request whose body never comes keeps the API draining for a while.
    const held = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
    held.write(
      'POST /api/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
    );
    await once(held, 'ready');
    const repeat = setInterval(() => gallery.child.kill('SIGTERM'), 100);
    const code = await gallery.ended;
    clearInterval(repeat);
    held.destroy();
    expect(code).toBe(130);
    expect(await waitUntilAllGone(dataFolder)).toBe(true);
  },
  START_MS,
);
