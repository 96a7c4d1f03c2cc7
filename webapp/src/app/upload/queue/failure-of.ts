import { texts } from '../../core/language/texts';
import { UploadFault } from '../transfer/upload-fault';
import type { UploadState } from './upload-entry';

/** What to show of a thrown fault, and what can be done about it. */
export function failureOf(error: unknown): Extract<UploadState, { phase: 'failed' }> {
  const message = error instanceof UploadFault ? error.message : texts().faults.inPage(String(error));
  return { phase: 'failed', message, remedy: 'send-again' };
}
