/**
 * What went wrong with an upload, by what can be done about it:
 * - `connection`, `server`: passes; try again after a while
 * - `busy`: passes; try again when the server said
 * - `signed-out`: goes on after signing in
 * - `expired`, `gone`: the address or the upload behind it is over; ask again
 * - `arrived`: the bytes are there already
 * - `changed`: other bytes came than were checked; check the file again
 * - `unreadable`: the browser can no longer read the file
 * - `refused`: will be refused again
 */
export type FaultKind =
  | 'connection'
  | 'server'
  | 'busy'
  | 'signed-out'
  | 'expired'
  | 'gone'
  | 'arrived'
  | 'changed'
  | 'unreadable'
  | 'refused';

const PASSING: readonly FaultKind[] = ['connection', 'server', 'busy', 'signed-out'];

/** `message` is a sentence for the person who uploads. */
export class UploadFault extends Error {
  override readonly name = 'UploadFault';

  constructor(
    readonly kind: FaultKind,
    message: string,
    /** How long the server asked to wait. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may well work later. */
  get passes(): boolean {
    return PASSING.includes(this.kind);
  }
}

export function isFault(error: unknown, ...kinds: FaultKind[]): error is UploadFault {
  return error instanceof UploadFault && kinds.includes(error.kind);
}
