import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import type { Figures } from '../bench.ts';
import { ContestantProcess } from './contestant-process.ts';
import { CONTESTANTS, OURS } from './contestants.ts';
import { animation, hugeProgressiveJpeg, inOtherFormats } from './demanding-pictures.ts';
import { photographsOf } from './photograph-folder.ts';

export const about = `Memory of the picture step, with what the template sets: the most that a progressive JPEG file of 100
megapixels and an animation of 500 frames take, each in a process of its own, and how much a process holds after each
hundred of 1,000 pictures of all kinds and sizes, megabytes. Takes some ten minutes.`;

const PICTURES = 1000;
const REPORT_EVERY = 100;
const HEIC = path.join(CHECKOUT, 'tests/fixtures/photos/high-trestle-trail.heic');

export async function measure([folder]: readonly string[]): Promise<Figures> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'movieflix-memory-bench-'));
  try {
    const { photographs } = await photographsOf(folder);
    const huge = path.join(scratch, 'huge.jpg');
    await hugeProgressiveJpeg(photographs[0]!, huge);
    const moving = path.join(scratch, 'moving.webp');
    await animation(photographs[0]!, moving);
    const others = await inOtherFormats(photographs[0]!, scratch);
    return {
      progressive100MegapixelsPeakMb: await peakOf(huge, scratch),
      animation500FramesPeakMb: await peakOf(moving, scratch),
      heldMb: await heldOver([...photographs, ...others, moving, HEIC], scratch),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function startOurs(): ContestantProcess {
  return new ContestantProcess(CONTESTANTS.find(({ name }) => name === OURS)!);
}

async function peakOf(original: string, folder: string): Promise<number> {
  const ours = startOurs();
  try {
    return (await ours.measure({ original, sizes: [], folder })).peakRssMb;
  } finally {
    ours.end();
  }
}

/** Resident memory after each hundred pictures, which come in turn, each as often as the others. */
async function heldOver(pictures: string[], folder: string): Promise<Figures> {
  const ours = startOurs();
  const held: Figures = {};
  try {
    for (let count = 1; count <= PICTURES; count++) {
      const { peakRssMb } = await ours.measure({
        original: pictures[count % pictures.length]!,
        sizes: [],
        folder,
      });
      if (count % REPORT_EVERY === 0) held[`after${count}`] = await residentMb(ours.pid);
      if (count === PICTURES) held['peak'] = peakRssMb;
    }
    return held;
  } finally {
    ours.end();
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)![1]) / 1024;
}
