import { runProgram } from './run-program.ts';
import type { Counts } from './suite-result.ts';

const CHECKS = [
  { what: 'format and lint', script: '@biomejs/biome/bin/biome', args: ['ci', '--colors=off'] },
  { what: 'types', script: 'typescript/bin/tsc', args: [] },
  {
    what: 'types of the browser tests, whose pages have a DOM',
    script: 'typescript/bin/tsc',
    args: ['-p', 'tests/browser'],
  },
  {
    what: 'types of the web app and its templates',
    script: '@angular/compiler-cli/bundles/src/bin/ngc.js',
    args: ['-p', 'webapp/tsconfig.app.json', '--noEmit'],
  },
  {
    what: "types of the web app's service worker",
    script: 'typescript/bin/tsc',
    args: ['-p', 'webapp/service-worker'],
  },
  {
    what: "types of the web app's tests",
    script: 'typescript/bin/tsc',
    args: ['-p', 'webapp/tsconfig.spec.json', '--noEmit'],
  },
];

/** What can be found without running the code. Each check counts as one test. */
export async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { what, script, args } of CHECKS) {
    const code = await runProgram(script, args);
    if (code === 0) counts.passed++;
    else counts.failed++;
    process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}: ${what}\n`);
  }
  return counts;
}
