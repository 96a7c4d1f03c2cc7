import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import {
  type GalleryProcess,
  newDataFolder,
  removeDataFolder,
  START_EMPTY,
  START_MS,
  startGallery,
  waitUntilAllGone,
} from '../start/gallery-process.ts';
import { launchChromium, openPage, type WatchedPage } from './chromium-session.ts';

/** Who runs every gallery of these tests. */
export const ADMIN = { email: 'admin@example.org', password: 'a long enough password' };

export interface WholeGallery {
  dataFolder: string;
  /** A page of somebody who has never been here; closed after the test. */
  newVisitor(options?: BrowserContextOptions): Promise<WatchedPage>;
}

/**
 * Runs a gallery on a data folder of its own, and a Chromium, for the tests of one file.
 *
 * @param command by default what `npm start -- --empty` runs
 */
export function useWholeGallery(command = START_EMPTY): WholeGallery {
  const dataFolder = newDataFolder();
  let gallery: GalleryProcess;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    const admin = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
    gallery = startGallery(dataFolder, admin, command);
    browser = await launchChromium();
    url = await gallery.ready();
  }, START_MS);

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    gallery.child.kill('SIGTERM');
    await gallery.ended;
    await waitUntilAllGone(dataFolder);
    await removeDataFolder(dataFolder);
  });

  return { dataFolder, newVisitor: (options) => openPage(browser, url, options) };
}
