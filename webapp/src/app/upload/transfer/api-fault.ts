import { ApiError } from '../../core/errors/api-error';
import { type FaultKind, UploadFault } from './upload-fault';

/** What an API's refusal means for an upload. */
export function faultOfApi(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  return new UploadFault(kindOf(error.statusCode), error.message, error.retryAfterSeconds);
}

function kindOf(statusCode: number): FaultKind {
  if (statusCode === 0) return 'connection';
  if (statusCode === 401) return 'signed-out';
  if (statusCode === 429) return 'busy';
  // The row of an upload that was given up, or never finished within a day, is gone; asking again makes another.
  // A conflict says that parts are missing or that the upload is over: asking again tells which.
  if (statusCode === 404 || statusCode === 409) return 'gone';
  return statusCode >= 500 || statusCode === 408 ? 'server' : 'refused';
}
