import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renditionSizes, type Size } from '@movieflix/contracts';
import sharp from 'sharp';
import { median } from '../statistics.ts';
import type { ContestantProcess } from './contestant-process.ts';
import { fullSizeSimilarity } from './full-size-similarity.ts';

/** Where renditions are compared with the reference: the width that a laptop shows large. */
const COMPARED_WIDTH = 1280;

/** What one contestant did with one photograph; of several rounds, the medians. */
export interface Result {
  original: string;
  megapixels: number;
  cpuMs: number;
  wallMs: number;
  peakRssMb: number;
  /** Of all renditions, and none where nothing is encoded. */
  bytes?: number;
  /** Structural similarity of the rendition of 1280 pixels with the reference, 1 where they are the same. */
  ssim?: number;
}

/**
 * Has one photograph resized by each, in turn and so many times, so that what else happens on the machine meets
 * all of them alike.
 */
export async function race(
  processes: readonly ContestantProcess[],
  original: string,
  rounds: number,
): Promise<Map<ContestantProcess, Result>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'movieflix-resize-bench-'));
  try {
    const { autoOrient } = await sharp(original).metadata();
    const megapixels = (autoOrient.width * autoOrient.height) / 1e6;
    const sizes = renditionSizes(autoOrient);
    const reference = await referenceOf(original, sizes);
    const measured = new Map(processes.map((each) => [each, [] as Result[]]));
    for (let round = 0; round < rounds; round++) {
      for (const process of processes) {
        const results = measured.get(process)!;
        const measurement = await process.measure({ original, sizes, folder });
        // The same bytes come each time, so they are looked at once.
        results.push({
          original,
          megapixels,
          ...measurement,
          ...(round === 0 && (await qualityOf(folder, sizes, reference))),
        });
      }
    }
    return new Map([...measured].map(([process, results]) => [process, middleOf(results)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The photograph at the compared width in sRGB, shrunk in one step of all its pixels and without loss. */
async function referenceOf(original: string, sizes: Size[]): Promise<Buffer | undefined> {
  const size = sizes.find(({ width }) => width === COMPARED_WIDTH);
  return (
    size &&
    sharp(original)
      .autoOrient()
      .resize({ ...size, fit: 'fill', fastShrinkOnLoad: false })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer()
  );
}

async function qualityOf(
  folder: string,
  sizes: Size[],
  reference: Buffer | undefined,
): Promise<Pick<Result, 'bytes' | 'ssim'>> {
  const quality: Pick<Result, 'bytes' | 'ssim'> = {};
  for (const { width } of sizes) {
    const file = path.join(folder, `${width}.webp`);
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (bytes === undefined) return {};
    quality.bytes = (quality.bytes ?? 0) + bytes;
    if (width === COMPARED_WIDTH && reference)
      quality.ssim = await fullSizeSimilarity(await readFile(file), reference);
    // The next contestant writes its own.
    await rm(file);
  }
  return quality;
}

function middleOf(results: Result[]): Result {
  const { original, megapixels, bytes, ssim } = results[0]!;
  return {
    original,
    megapixels,
    cpuMs: median(results.map(({ cpuMs }) => cpuMs)),
    wallMs: median(results.map(({ wallMs }) => wallMs)),
    peakRssMb: Math.max(...results.map(({ peakRssMb }) => peakRssMb)),
    ...(bytes !== undefined && { bytes }),
    ...(ssim !== undefined && { ssim }),
  };
}
