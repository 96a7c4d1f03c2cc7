function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** SQLSTATE classes of a server that is starting, stopping, full or gone, and the socket's own errors. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(08|53|57P)/.test(code) || /^E(CONNREFUSED|CONNRESET|PIPE|NOENT|TIMEDOUT|NOTFOUND)$/.test(code))
    return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying|Client (has encountered|was closed))/.test(
      error.message,
    )
  );
}

/** `statement_timeout` ended it. */
export function isStatementTooSlow(error: unknown): boolean {
  return codeOf(error) === '57014';
}

/** Values that the tables refuse whatever is tried again: SQLSTATE classes 22 (data) and 23 (constraints). */
export function isDataRefused(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error));
}

/** A unique index has such a row already. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === '23505';
}
