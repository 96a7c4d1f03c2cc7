import type { SuiteResult } from './suite-result.ts';
import type { Suite } from './suites.ts';

/**
 * Runs a suite to its end, whatever happens in it.
 *
 * @param mustRun whether a suite that this machine cannot run is a failure rather than skipped
 */
export async function runSuite(suite: Suite, mustRun: boolean): Promise<SuiteResult> {
  process.stdout.write(`\n── ${suite.name}: ${suite.about}\n`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  try {
    await suite.prepare?.();
  } catch (error) {
    const note = `could not run: ${(error as Error).message}`;
    const counts = mustRun ? { failed: 1, skipped: 0 } : { failed: 0, skipped: 1 };
    return { name: suite.name, passed: 0, ...counts, seconds: seconds(), note };
  }
  try {
    return { name: suite.name, ...(await suite.run()), seconds: seconds() };
  } catch (error) {
    return { name: suite.name, passed: 0, failed: 1, skipped: 0, seconds: seconds(), note: String(error) };
  }
}
