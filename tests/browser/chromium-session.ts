import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** How long a page may take for one step; the machine may be busy with other suites. */
export const STEP_MS = 30_000;

/**
 * @param program starts Chromium with the arguments it is given; by default Chromium itself
 * @throws where no Chromium is installed; the runner's `prepare` installs it
 */
export async function launchChromium(program?: string): Promise<Browser> {
  const executablePath = program ?? (await findChromium());
  if (executablePath === undefined) throw new Error('expected an installed Chromium, and there is none');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface WatchedPage {
  page: Page;
  /** What the page wrote to the console as an error, and every exception that nothing caught. */
  errors: string[];
}

/**
 * A page in a context of its own, without anything that other pages left. Service workers are for tests of their own:
 * what they fetch passes by the routes by which tests watch and disturb.
 */
export async function openPage(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
