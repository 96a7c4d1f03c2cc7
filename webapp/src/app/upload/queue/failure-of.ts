import { UploadFault } from '../transfer/upload-fault';
import type { UploadState } from './upload-entry';

/** What to show of a thrown fault, and what can be done about it. */
export function failureOf(error: unknown): Extract<UploadState, { phase: 'failed' }> {
  if (error instanceof UploadFault) return { phase: 'failed', message: error.message, remedy: 'send-again' };
  return {
    phase: 'failed',
    message: `Something went wrong in the page: ${String(error)}.`,
    remedy: 'send-again',
  };
}
