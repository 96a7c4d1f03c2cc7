import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../start/gallery-process.ts';
import { DEVICES, type Size, THEMES, type Theme } from './devices.ts';

/** The pictures that the pages have to look like. */
const KEPT = path.join(import.meta.dirname, 'pictures');
/** Where what came instead is put. */
const CAME = path.join(CHECKOUT, '.cache/looks');

export function pictureName(look: string, { width }: Size, theme: Theme): string {
  return `${look}.${width}.${theme}.webp`;
}

/** The names of all pictures that so many looks have. */
export function pictureNames(looks: readonly string[]): string[] {
  const sizes = DEVICES.flatMap((device) => device.sizes);
  return looks.flatMap((look) =>
    sizes.flatMap((size) => THEMES.map((theme) => pictureName(look, size, theme))),
  );
}

export function listKept(): Promise<string[]> {
  return readdir(KEPT).catch(() => []);
}

export function readKept(name: string): Promise<Buffer | undefined> {
  return readFile(path.join(KEPT, name)).catch(() => undefined);
}

export async function keep(name: string, picture: Buffer): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  await writeFile(path.join(KEPT, name), picture);
}

export function forget(name: string): Promise<void> {
  return rm(path.join(KEPT, name));
}

/** @returns the path of the picture, from the checkout on */
export async function putBeside(name: string, picture: Buffer): Promise<string> {
  await mkdir(CAME, { recursive: true });
  await writeFile(path.join(CAME, name), picture);
  return path.relative(CHECKOUT, path.join(CAME, name));
}
