import { activeFiles, fractionSent, type Tally, unsentFiles } from '../queue/tally';
import type { HoldReason } from '../queue/upload-holds';
import { percent } from './status-words';

/** The whole queue in one line. */
export function headline(tally: Tally, hold: HoldReason | null): string {
  const left = unsentFiles(tally);
  if (left > 0 && hold === 'offline') return `Offline: ${photographs(left)} will go on when you are back`;
  if (left > 0 && hold === 'signed-out') return `Sign in to upload ${photographs(left)}`;
  if (left > 0 && hold === 'busy') return `The server asked to wait: ${photographs(left)} to go`;
  if (left > 0) return `Uploading ${photographs(left)}, ${percent(fractionSent(tally), 1)}`;
  if (tally.phases.processing > 0) return `Uploaded, making ${thumbnails(tally.phases.processing)}`;
  return outcome(tally);
}

/** For a screen reader: said again with every file that is through, and not with every percent. */
export function announcement(tally: Tally): string {
  if (tally.files === 0) return '';
  const uploaded = `${tally.phases.ready} of ${tally.files} uploaded`;
  const rest = [
    ...(tally.phases.duplicate > 0 ? [`${tally.phases.duplicate} already there`] : []),
    ...(tally.phases.failed > 0 ? [`${tally.phases.failed} failed`] : []),
    ...(tally.phases['file-needed'] > 0 ? [`${tally.phases['file-needed']} to be chosen again`] : []),
  ];
  return [uploaded, ...rest].join(', ');
}

function outcome(tally: Tally): string {
  const { ready, duplicate, failed } = tally.phases;
  const needed = tally.phases['file-needed'];
  const parts = [
    ...(ready > 0 ? [`${photographs(ready)} uploaded`] : []),
    ...(duplicate > 0 ? [`${duplicate} already there`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(needed > 0 ? [`${needed} to be chosen again`] : []),
  ];
  return parts.join(', ');
}

/** Whether something still goes on. */
export function isActive(tally: Tally): boolean {
  return activeFiles(tally) > 0;
}

function photographs(count: number): string {
  return count === 1 ? '1 photograph' : `${count.toLocaleString('en')} photographs`;
}

function thumbnails(count: number): string {
  return count === 1 ? 'its thumbnail' : `${count.toLocaleString('en')} thumbnails`;
}
