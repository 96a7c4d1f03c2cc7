import { texts } from '../../core/language/texts';
import { activeFiles, fractionSent, type Tally, unsentFiles } from '../queue/tally';
import type { HoldReason } from '../queue/upload-holds';
import { percent } from './status-words';

/** The whole queue in one line. */
export function headline(tally: Tally, hold: HoldReason | null): string {
  const { summary } = texts().uploads;
  const left = unsentFiles(tally);
  if (left > 0 && hold) return summary.holds[hold](left);
  if (left > 0) return summary.uploading(left, percent(fractionSent(tally), 1));
  if (tally.phases.processing > 0) return summary.processing(tally.phases.processing);
  const { ready } = tally.phases;
  return [...(ready > 0 ? [summary.uploaded(ready)] : []), ...others(tally)].join(', ');
}

/** For a screen reader: said again with every file that is through, and not with every percent. */
export function announcement(tally: Tally): string {
  if (tally.files === 0) return '';
  const { uploadedOf } = texts().uploads.summary;
  return [uploadedOf(tally.phases.ready, tally.files), ...others(tally)].join(', ');
}

function others({ phases }: Tally): string[] {
  const { duplicate, failed, fileNeeded } = texts().uploads.summary;
  const needed = phases['file-needed'];
  return [
    ...(phases.duplicate > 0 ? [duplicate(phases.duplicate)] : []),
    ...(phases.failed > 0 ? [failed(phases.failed)] : []),
    ...(needed > 0 ? [fileNeeded(needed)] : []),
  ];
}

/** Whether something still goes on. */
export function isActive(tally: Tally): boolean {
  return activeFiles(tally) > 0;
}
