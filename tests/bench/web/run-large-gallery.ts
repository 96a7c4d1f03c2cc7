import { launchChromium } from '../../browser/chromium-session.ts';
import { newDataFolder, removeDataFolder, startGallery } from '../../start/gallery-process.ts';
import { type LargeGallery, measureLargeGallery } from './large-gallery.ts';

const HELP = `Measures the gallery's page with 100 and with 100,000 images in Chromium, on a gallery of its own:

  npm run bench:large-gallery

Prints a table and, last, one line of JSON: the time to the first thumbnail, elements of the document, memory of
scripts after forced collections (first screen, 20,000 images scrolled, 50 jumps), and frames. "work" is the longest
that the page worked at one stretch, in time of the processor; other work on the machine does not count in there.
`;
const COUNTS = [100, 100_000];

if (process.argv.includes('--help')) process.stdout.write(HELP);
else await measure();

async function measure(): Promise<void> {
  const dataFolder = newDataFolder();
  const gallery = startGallery(dataFolder);
  const browser = await launchChromium();
  try {
    print(await measureLargeGallery(browser, await gallery.ready(), dataFolder, COUNTS));
  } finally {
    await browser.close();
    gallery.child.kill('SIGTERM');
    await gallery.ended;
    await removeDataFolder(dataFolder);
  }
}

function print(measured: LargeGallery[]): void {
  const row = (name: string, value: (one: LargeGallery) => number | string) => {
    const cells = measured.map((one) => String(value(one)).padStart(24));
    process.stdout.write(`${name.padEnd(34)}${cells.join('')}\n`);
  };
  row('images', ({ count }) => count);
  row('first thumbnail, ms', ({ firstScreenMs }) => Math.round(firstScreenMs));
  row('most elements', ({ mostElements }) => mostElements);
  row('megabytes', ({ heapMegabytes }) => heapMegabytes.map((one) => one.toFixed(1)).join(' '));
  for (const deed of ['scrolling', 'jumping'] as const) {
    row(`${deed}: work, ms`, (one) => Math.round(one[deed].longestWorkMs));
    row(`${deed}: longest frame, ms`, (one) => Math.round(one[deed].longestMs));
    row(`${deed}: late frames`, (one) => `${one[deed].late} of ${one[deed].count}`);
  }
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
