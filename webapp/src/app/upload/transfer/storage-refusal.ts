import { texts } from '../../core/language/texts';
import { formatBytes } from '../../shared/format-bytes';
import { type FaultKind, UploadFault } from './upload-fault';

/** Error codes of S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const KINDS: Readonly<Record<string, FaultKind>> = {
  PreconditionFailed: 'arrived',
  ConditionalRequestConflict: 'server',
  ExpiredToken: 'expired',
  TokenRefreshRequired: 'expired',
  NoSuchUpload: 'gone',
  BadDigest: 'changed',
  InvalidDigest: 'changed',
  XAmzContentChecksumMismatch: 'changed',
  IncompleteBody: 'connection',
  RequestTimeout: 'connection',
  SlowDown: 'busy',
  ServiceUnavailable: 'busy',
  InternalError: 'server',
};

/**
 * What S3's answer to a presigned PUT means.
 *
 * @param status HTTP status, 400 or above
 * @param body S3's XML, or whatever else came
 */
export function faultOfStorage(status: number, body: string): UploadFault {
  const answer = new DOMParser().parseFromString(body, 'text/xml');
  const field = (name: string) => answer.getElementsByTagName(name)[0]?.textContent ?? '';
  const code = field('Code');
  const kind = kindOf(status, code, field('Message'));
  return new UploadFault(kind, sentence(kind, status, code, field));
}

function kindOf(status: number, code: string, message: string): FaultKind {
  if (status === 403 && /expired/i.test(message)) return 'expired';
  const known = KINDS[code];
  if (known) return known;
  if (status === 412) return 'arrived';
  if (status === 503) return 'busy';
  return status >= 500 || status === 408 ? 'server' : 'refused';
}

function sentence(kind: FaultKind, status: number, code: string, field: (name: string) => string): string {
  const { faults } = texts().uploads;
  if (kind === 'changed' || kind === 'expired' || kind === 'gone' || kind === 'arrived') return faults[kind];
  if (kind !== 'refused') return faults.notNow;
  if (code === 'EntityTooLarge') return tooLarge(Number(field('MaxSizeAllowed')));
  if (status === 403) return faults.notAsAnnounced;
  const reason = field('Message');
  return reason === '' ? faults.refusedByStatus(status) : faults.refused(reason);
}

function tooLarge(maxBytes: number): string {
  const { faults } = texts().uploads;
  return maxBytes > 0 ? faults.tooLarge(formatBytes(maxBytes)) : faults.tooLargeAtAll;
}
