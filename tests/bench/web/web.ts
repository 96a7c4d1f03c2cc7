import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureChromium } from '../../browser/chromium.ts';
import { launchChromium } from '../../browser/chromium-session.ts';
import { bytesByKind, PICTURE, requestsOf } from '../../browser/transfer.ts';
import { newDataFolder, removeDataFolder, startGallery } from '../../start/gallery-process.ts';
import type { Figures } from '../bench.ts';
import { newMember } from '../member.ts';
import { makeSmallPhotographs } from '../photographs.ts';
import { measure as measureLargeGallery } from './large-gallery.ts';
import { ensureLighthouse } from './lighthouse/install.ts';
import { runLighthouse } from './lighthouse/run.ts';

export const about = `What the web app weighs and how fast it is, with 24 photographs or those of a folder (npm run bench --
web FOLDER): compressed bytes of a first visit to the gallery by kind, and Lighthouse's scores for a
phone on each page that a visitor sees first, each the median of three; then what large-gallery measures. Takes some
minutes; installs Lighthouse (176 MB) into .cache/tools. Other work on the machine lowers the scores of performance, and
so does a processor whose benchmarkIndex is below the 1500 that Lighthouse reckons with.`;

const PHOTOGRAPHS = 24;

export async function measure([folder]: readonly string[]): Promise<Figures> {
  await ensureChromium();
  const pages = await measurePages(folder);
  return { ...pages, largeGallery: await measureLargeGallery() };
}

async function measurePages(folder: string | undefined): Promise<Figures> {
  const program = await ensureLighthouse();
  const dataFolder = newDataFolder();
  const gallery = startGallery(dataFolder);
  try {
    const url = await gallery.ready();
    await hangPhotographs(url, folder);
    const lighthouse: Figures = {};
    const galleryTransferBytes = await measureTransfer(`${url}/gallery`);
    for (const [name, address] of await firstPages(url)) {
      lighthouse[name] = await runLighthouse(program, name, address);
    }
    return { galleryTransferBytes, lighthouse };
  } finally {
    gallery.child.kill('SIGTERM');
    await gallery.ended;
    await removeDataFolder(dataFolder);
  }
}

async function hangPhotographs(url: string, folder: string | undefined): Promise<void> {
  const photographs = folder ? await jpegsIn(folder) : await makeSmallPhotographs(PHOTOGRAPHS);
  const member = await newMember(url);
  for (const photograph of photographs) await member.upload(photograph as Buffer<ArrayBuffer>);
  await member.waitUntilNothingPends();
  await member.showToEverybody();
}

async function jpegsIn(folder: string): Promise<Buffer[]> {
  const names = (await readdir(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  if (names.length === 0) throw new Error(`Expected JPEG files in ${folder}, and there are none.`);
  return Promise.all(names.map((name) => readFile(path.join(folder, name))));
}

/** The listing grows with the photographs; the code is what the project promises to keep below 100 kB. */
async function measureTransfer(address: string): Promise<Figures> {
  const browser = await launchChromium();
  try {
    const requests = await requestsOf(browser, address, PICTURE);
    const bytes = bytesByKind(requests);
    const listing = requests
      .filter(({ url }) => url.includes('/api/'))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    const code = bytes.html + bytes.script + bytes.style + bytes.json - listing;
    return { ...bytes, code, listing, requests: requests.length };
  } finally {
    await browser.close();
  }
}

/** The pages by which visitors come in; that of a film where there is one. */
async function firstPages(url: string): Promise<[string, string][]> {
  const pages: [string, string][] = [
    ['home', `${url}/`],
    ['gallery', `${url}/gallery`],
    ['signIn', `${url}/sign-in`],
  ];
  const answer = await fetch(`${url}/api/movies?limit=1`);
  const { items } = answer.ok ? ((await answer.json()) as { items: { id: string }[] }) : { items: [] };
  for (const { id } of items) pages.push(['film', `${url}/films/${id}`]);
  return pages;
}
