import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import {
  newDataFolder,
  processesOf,
  removeDataFolder,
  START_EMPTY,
  startGallery,
} from '../start/gallery-process.ts';
import type { Figures } from './bench.ts';
import { newMember } from './member.ts';
import { makePhotographs } from './photographs.ts';
import { median, times } from './statistics.ts';

export const about = `Starts the gallery on a data folder of its own: seconds to be ready, memory, one photograph of 12
megapixels from the ask to its thumbnail, and 100 at once against the resize alone.`;

/** The web app sends so many files at a time. */
const UPLOADS_AT_ONCE = 4;
const PHOTOGRAPHS = 100;

export async function measure(): Promise<Figures> {
  const photographs = await makePhotographs(PHOTOGRAPHS + 6);
  const dataFolder = newDataFolder();
  try {
    const firstStartSeconds = await startAndStop(dataFolder);
    const startSeconds = median(await times(3, () => startAndStop(dataFolder)));
    const running = await measureRunning(dataFolder, photographs);
    const resize = await measureResize(photographs.slice(0, PHOTOGRAPHS));
    return { firstStartSeconds, startSeconds, ...running, ...resize };
  } finally {
    removeDataFolder(dataFolder);
  }
}

async function startAndStop(dataFolder: string): Promise<number> {
  const begun = performance.now();
  const gallery = startGallery(dataFolder, {}, START_EMPTY);
  await gallery.ready();
  const seconds = secondsSince(begun);
  gallery.child.kill('SIGTERM');
  await gallery.ended;
  return seconds;
}

async function measureRunning(dataFolder: string, photographs: Buffer[]): Promise<Record<string, number>> {
  const gallery = startGallery(dataFolder, {}, START_EMPTY);
  try {
    const member = await newMember(await gallery.ready());
    const idleMegabytes = megabytesOf(dataFolder);
    const rest = photographs.slice(PHOTOGRAPHS) as Buffer<ArrayBuffer>[];
    const firstUploadSeconds = await timed(() => member.bringIn(rest.pop()!));
    const uploadSeconds = median(await times(rest.length, () => timed(() => member.bringIn(rest.pop()!))));

    const queue = photographs.slice(0, PHOTOGRAPHS) as Buffer<ArrayBuffer>[];
    const hundredSeconds = await timed(async () => {
      await Promise.all(
        Array.from({ length: UPLOADS_AT_ONCE }, async () => {
          for (let next = queue.pop(); next; next = queue.pop()) await member.upload(next);
        }),
      );
      await member.waitUntilNothingPends();
    });
    const megabytesAfter = megabytesOf(dataFolder);
    return { idleMegabytes, firstUploadSeconds, uploadSeconds, hundredSeconds, megabytesAfter };
  } finally {
    gallery.child.kill('SIGTERM');
    await gallery.ended;
  }
}

/** The picture step alone, as many at a time as there are cores; nothing could be faster with this step. */
async function measureResize(photographs: Buffer[]): Promise<Record<string, number>> {
  const queue = [...photographs];
  const before = process.cpuUsage();
  const hundredResizeSeconds = await timed(async () => {
    await Promise.all(
      Array.from({ length: availableParallelism() }, async () => {
        for (let next = queue.pop(); next; next = queue.pop()) await resizePicture(next);
      }),
    );
  });
  const { user, system } = process.cpuUsage(before);
  return { hundredResizeSeconds, resizeCpuMsPerPhotograph: (user + system) / 1000 / photographs.length };
}

/** Memory of all processes, what they share counted once. */
function megabytesOf(dataFolder: string): number {
  const kilobytes = processesOf(dataFolder).map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return secondsSince(begun);
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}
