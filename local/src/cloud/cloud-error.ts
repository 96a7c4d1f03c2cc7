/**
 * A request that is answered with an error. `code` and `statusCode` are those that AWS answers with, so that
 * clients branch on them as they do there; `detail` becomes further elements of S3's error document.
 */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  readonly code: string;
  readonly statusCode: number;
  readonly detail: Readonly<Record<string, string>>;

  constructor(statusCode: number, code: string, message: string, detail: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/** @throws CloudError 501, naming what was asked for. */
export function notImplemented(what: string): CloudError {
  return new CloudError(
    501,
    'NotImplemented',
    `Expected an operation that the local cloud speaks but received ${what}.`,
  );
}
