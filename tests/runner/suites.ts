import { ensureChromium } from '../browser/chromium.ts';
import { ensureTools } from '../stacks/tools/tools.ts';
import { runChecks } from './check-suite.ts';
import { runJest } from './jest-suite.ts';
import type { Counts } from './suite-result.ts';

export interface Suite {
  name: string;
  about: string;
  run(): Promise<Counts>;
  /** Readies the machine; throws a sentence where the suite cannot run on it. */
  prepare?(): Promise<unknown>;
}

/** In the order in which they run: what fails fastest comes first. */
export const SUITES: Suite[] = [
  { name: 'check', about: 'format, lint and types', run: runChecks },
  jestSuite('unit', 'pure logic, and the resize step on real pictures'),
  jestSuite('local', 'the local S3, SQS and Lambda'),
  jestSuite('api', 'the API on real PostgreSQL'),
  jestSuite('webapp', 'the parts of the web app'),
  {
    ...jestSuite('stacks', 'the templates, what sam builds, and its deploy into an AWS emulator'),
    prepare: ensureTools,
  },
  {
    ...jestSuite('hosts', 'the hosts, booted for real (Linux and root)'),
    prepare: () => ensureTools().then(ensureChromium),
  },
  jestSuite('start', 'starting, stopping and killing the gallery'),
  { ...jestSuite('browser', 'the whole gallery, driven by Chromium'), prepare: ensureChromium },
];

function jestSuite(name: string, about: string): Suite {
  return { name, about, run: () => runJest(name) };
}
