/** What became of the files. */
export interface Tally {
  added: number;
  alreadyThere: number;
  failed: number;
  /** Files that are no images by their names. */
  notImages: number;
  /** Uploaded, but the gallery had not shown them yet when the patience ended. */
  stillPending: number;
  /** The first failures with their reasons; a folder of a million broken files must not fill the memory. */
  failures: { path: string; message: string }[];
}

const MAX_FAILURES = 1000;

export function emptyTally(): Tally {
  return { added: 0, alreadyThere: 0, failed: 0, notImages: 0, stillPending: 0, failures: [] };
}

export function countFailure(tally: Tally, path: string, message: string): void {
  tally.failed += 1;
  if (tally.failures.length < MAX_FAILURES) tally.failures.push({ path, message });
}

/** The summary that is shown at the end, of some lines. */
export function summaryOf(tally: Tally): string {
  const { added, alreadyThere, failed, notImages, stillPending, failures } = tally;
  const lines = failures.map(({ path, message }) => `  ${path}: ${message}`);
  if (failed > failures.length) lines.push(`  ... and ${count(failed - failures.length)} more`);
  if (lines.length > 0) lines.unshift('Failed:');
  if (stillPending > 0)
    lines.push(`${count(stillPending)} of them are still being prepared and will appear by themselves.`);
  const counts = `${count(added)} added, ${count(alreadyThere)} already there, ${count(failed)} failed`;
  return `${[`${counts}, ${count(notImages)} not images.`, ...lines].join('\n')}\n`;
}

function count(files: number): string {
  return files.toLocaleString('en');
}
