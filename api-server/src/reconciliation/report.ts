import type { Finding } from './finding.ts';
import type { Compared } from './reconcile-images.ts';
import type { FindingKind } from './suspicion.ts';

const NAMES: Readonly<Record<FindingKind, string>> = {
  'original-missing': 'original missing',
  'renditions-missing': 'thumbnails missing',
  'result-missing': 'result missing',
  'image-missing': 'original without image',
  'only-renditions': 'thumbnails without image',
};

/** Counts, and never a list: there may be as many findings as images. */
export interface Tally {
  compared: Compared;
  findings: Record<FindingKind, Record<Finding['outcome'], number>>;
}

export function emptyTally(): Tally {
  const none = () => ({ mended: 0, mendable: 0, left: 0 });
  return {
    compared: { images: 0, originals: 0, renditions: 0 },
    findings: {
      'original-missing': none(),
      'renditions-missing': none(),
      'result-missing': none(),
      'image-missing': none(),
      'only-renditions': none(),
    },
  };
}

export function countCompared({ compared }: Tally, step: Compared): void {
  compared.images += step.images;
  compared.originals += step.originals;
  compared.renditions += step.renditions;
}

export function countFinding({ findings }: Tally, { kind, outcome }: Finding): void {
  findings[kind][outcome] += 1;
}

/** Findings that nothing was done about. */
export function openFindings({ findings }: Tally): number {
  return Object.values(findings).reduce((sum, { mendable, left }) => sum + mendable + left, 0);
}

export function lineOf({ kind, imageId, filename, note }: Finding): string {
  const name = filename === undefined ? '' : ` ${shown(filename)}`;
  return `${NAMES[kind]}: ${imageId}${name}: ${note}`;
}

/** A file name is whatever somebody typed; none may move a terminal's cursor or turn its text around. */
function shown(filename: string): string {
  return `"${filename.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}')}"`;
}

export function progressOf(tally: Tally): string {
  const findings = Object.values(tally.findings).flatMap((outcomes) => Object.values(outcomes));
  const found = findings.reduce((sum, count) => sum + count, 0);
  return `... ${counted(tally.compared)}; findings so far: ${number(found)}`;
}

export function summaryOf(tally: Tally): string {
  const lines = Object.entries(tally.findings).flatMap(([kind, { mended, mendable, left }]) => {
    const outcomes = [
      mended > 0 && `${number(mended)} mended`,
      mendable > 0 && `${number(mendable)} can be mended with --mend`,
      left > 0 && `${number(left)} cannot be mended`,
    ].filter((outcome) => outcome !== false);
    return outcomes.length > 0 ? [`  ${NAMES[kind as FindingKind]}: ${outcomes.join(', ')}`] : [];
  });
  const verdict = lines.length > 0 ? ['Found:', ...lines] : ['Nothing is wrong.'];
  return [`Compared ${counted(tally.compared)}.`, ...verdict].join('\n');
}

function counted({ images, originals, renditions }: Compared): string {
  return `${number(images)} images, ${number(originals)} originals, ${number(renditions)} thumbnails`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
