import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './run-program.ts';
import type { Counts } from './suite-result.ts';

/** The part of jest's --json report that is read here. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that failed before their tests could run. */
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; title: string; ancestorTitles: string[] }[] }[];
}

/** Runs one of the projects of jest.config.mjs. A run that crashed, or found no test, counts as a failure. */
export async function runJest(name: string): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'movieflix-jest-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const code = await startJest(name, ['--json', '--outputFile', reportFile]);
    const report = await readFile(reportFile, 'utf8').catch(() => undefined);
    if (report === undefined)
      return { ...NOTHING, failed: 1, note: `jest ended with ${code} and left no report` };
    return countTests(JSON.parse(report), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs jest itself on one of the projects.
 *
 * @returns its exit code, or the signal that ended it
 */
export function startJest(
  project: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number | string> {
  const options = [
    process.env['NODE_OPTIONS'],
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  return runProgram('jest/bin/jest.js', ['--selectProjects', project, ...args], {
    ...env,
    NODE_OPTIONS: options.filter(Boolean).join(' '),
  });
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

function countTests(report: JestReport, code: number | string): Counts {
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: 'no test ran' };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, note: `jest ended with ${code}` };
  return { ...counts, ...noteOfSkipped(report) };
}

/** Which tests this machine could not run; the name of the block says why. */
function noteOfSkipped({ testResults }: JestReport): { note?: string } {
  const skipped = testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status === 'pending'),
  );
  const blocks = new Set(skipped.map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title));
  return blocks.size === 0 ? {} : { note: `skipped: ${[...blocks].join('; ')}` };
}
