import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CHECKOUT } from '../../runner/run-program.ts';
import { derivePhotograph } from './derived-photograph.ts';

/** Medians over fewer say little. */
const FEWEST = 40;

/** Photographs that come with the project, 8 to 10 megapixels. */
const SAMPLES = ['api-server/src/samples/photographs', 'tests/fixtures/photos'];
const FEWEST_PIXELS = 6_000_000;

const DERIVATION = path.join(import.meta.dirname, 'derived-photograph.ts');
const DERIVED = path.join(CHECKOUT, '.cache/bench/photographs');

export interface PhotographFolder {
  /** Paths of JPEG files. */
  photographs: string[];
  /** What they are, for the head of the report. */
  description: string;
}

/**
 * The JPEG files of a folder, or of the project where none is named. Where they are fewer than 40, as many larger
 * ones are derived of them; the same are found again at the next run.
 *
 * @throws where the folder has no JPEG file
 */
export async function photographsOf(folder: string | undefined): Promise<PhotographFolder> {
  const sources = folder ? await jpegsIn(folder) : await samples();
  if (sources.length === 0) throw new Error(`Expected JPEG files in ${folder}, and there are none.`);
  const wanted = Math.max(0, FEWEST - sources.length);
  const derived: string[] = [];
  for (let index = 0; index < wanted; index++) {
    derived.push(await deriveOnce(sources[index % sources.length]!, index));
  }
  const description = derived.length
    ? `${sources.length} photographs of ${folder ?? 'the project'} and ${derived.length} derived of them (12 to 50 megapixels, with grain)`
    : `${sources.length} photographs of ${folder}`;
  return { photographs: [...sources, ...derived], description };
}

async function samples(): Promise<string[]> {
  const all = (await Promise.all(SAMPLES.map((folder) => jpegsIn(path.join(CHECKOUT, folder))))).flat();
  const sizes = await Promise.all(all.map((file) => sharp(file).metadata()));
  return all.filter((_, index) => sizes[index]!.width * sizes[index]!.height >= FEWEST_PIXELS);
}

async function jpegsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  return names.map((name) => path.resolve(folder, name));
}

async function deriveOnce(source: string, index: number): Promise<string> {
  await mkdir(DERIVED, { recursive: true });
  const file = path.join(DERIVED, `${path.parse(source).name}-${await recipeOf(source, index)}.jpg`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${process.pid}`;
  try {
    await derivePhotograph(source, index, unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return file;
}

/** Other sources have other files, and so has another way to derive them. */
async function recipeOf(source: string, index: number): Promise<string> {
  const recipe = createHash('sha256').update(`${index}`);
  for (const file of [source, DERIVATION]) recipe.update(await readFile(file));
  return recipe.digest('hex').slice(0, 12);
}
