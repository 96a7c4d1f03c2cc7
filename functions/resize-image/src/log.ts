/** Writes one line of JSON to standard output, where Lambda and the local cloud collect it. */
export function log(level: 'info' | 'warn', message: string, fields: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
}
