/** An answer of the gallery or its storage that is not a success. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly status: number;
  /** How long the answer asks to wait before trying again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, message: string, retryAfterSeconds?: number) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** A file that cannot be brought in; the others still can. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';
}

/** Whether the same request may succeed in a while. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof RefusedRequest && (error.status === 429 || error.status >= 500);
}

/** Whether every other file would meet it too, so that going on is no use. */
export function concernsEveryFile(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof RefusedRequest && error.status === 401);
}

/** The `retry-after` header of an answer in seconds, which may also be written as a date. */
export function retryAfterSecondsOf(answer: Response): number | undefined {
  const header = answer.headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
