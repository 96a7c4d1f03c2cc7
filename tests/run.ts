import { parseArgs } from 'node:util';
import { report } from './runner/report.ts';
import { runSuite } from './runner/run-suite.ts';
import type { SuiteResult } from './runner/suite-result.ts';
import { SUITES } from './runner/suites.ts';

const HELP = `Runs the tests: npm test, or npm run test:NAME for one suite.

${SUITES.map((suite) => `  ${suite.name.padEnd(10)}${suite.about}`).join('\n')}

With CI=true a suite that this machine cannot run counts as failed, not as skipped.
`;

// An exit, unlike a signal, lets the program that is running at the moment be ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  const unknown = positionals.find((name) => !SUITES.some((suite) => suite.name === name));
  if (values.help || unknown !== undefined) {
    process.stdout.write(unknown === undefined ? HELP : `There is no suite "${unknown}".\n\n${HELP}`);
    return unknown === undefined ? 0 : 2;
  }
  const chosen = SUITES.filter((suite) => positionals.length === 0 || positionals.includes(suite.name));
  const results: SuiteResult[] = [];
  for (const suite of chosen) results.push(await runSuite(suite, process.env['CI'] === 'true'));
  process.stdout.write(`${report(results)}\n`);
  return results.some((result) => result.failed > 0) ? 1 : 0;
}
