/** A failure that its message explains to a person; a stack would tell them nothing. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** What to print of anything thrown. */
export function describeFailure(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
