import type { SuiteResult } from './suite-result.ts';

/** The table of the suites, and as the last line `N passed, N failed, N skipped`. */
export function report(results: SuiteResult[]): string {
  const header = ['suite', 'passed', 'failed', 'skipped', 'seconds'];
  const rows = results.map((result) => [
    result.name,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    result.seconds.toFixed(1),
  ]);
  const notes = results.filter((result) => result.note).map((result) => `${result.name}: ${result.note}`);
  const total = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((sum, result) => sum + result[key], 0);
  return [
    '',
    ...[header, ...rows].map(formatRow),
    ...notes,
    '',
    `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`,
  ].join('\n');
}

function formatRow([name = '', ...cells]: string[]): string {
  return name.padEnd(10) + cells.map((cell) => cell.padStart(9)).join('');
}
