import { findChromium } from '../../../browser/chromium.ts';
import { runQuietly } from '../../../stacks/tools/run-quietly.ts';
import type { Figures } from '../../bench.ts';
import { median, times } from '../../statistics.ts';

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** What the score of performance is made of, in milliseconds but for the shift. */
const METRICS = {
  firstContentfulPaintMs: 'first-contentful-paint',
  largestContentfulPaintMs: 'largest-contentful-paint',
  speedIndexMs: 'speed-index',
  totalBlockingMs: 'total-blocking-time',
  layoutShift: 'cumulative-layout-shift',
} as const;

interface Report {
  /** How fast Lighthouse finds this machine to be. It takes it for one of some 1500 when it slows it down to a phone. */
  environment: { benchmarkIndex: number };
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue: number }>;
  runtimeError?: { message: string };
}

/**
 * Lighthouse's scores of a page, 0 to 100, with its own settings for a phone: a slow 4G and a processor four times as
 * slow are computed from a run without either. The median of three runs, each in a Chromium of its own.
 *
 * @param program of Lighthouse
 */
export async function runLighthouse(program: string, name: string, url: string): Promise<Figures> {
  const reports = await times(RUNS, () => reportOf(program, name, url));
  const middle = (figureOf: (report: Report) => number) => median(reports.map(figureOf));
  const scores = CATEGORIES.map((category) => [
    category === 'best-practices' ? 'bestPractices' : category,
    middle(({ categories }) => 100 * categories[category]!.score),
  ]);
  const metrics = Object.entries(METRICS).map(([metric, audit]) => [
    metric,
    middle(({ audits }) => audits[audit]!.numericValue),
  ]);
  const benchmarkIndex = middle(({ environment }) => environment.benchmarkIndex);
  return { ...Object.fromEntries([...scores, ...metrics]), benchmarkIndex } as Figures;
}

async function reportOf(program: string, name: string, url: string): Promise<Report> {
  const args = [
    program,
    url,
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const env = { ...process.env, CHROME_PATH: (await findChromium()) ?? '' };
  const report = JSON.parse(await runQuietly(`Lighthouse on ${name}`, process.execPath, args, { env }));
  if (report.runtimeError) throw new Error(`Lighthouse on ${url}: ${report.runtimeError.message}`);
  return report as Report;
}
