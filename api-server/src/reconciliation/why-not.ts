import { isDatabaseAway } from '../database/database-errors.ts';
import { UsageError } from './command-line.ts';

/** Why it could not run, or not to its end, as a sentence for an operator. */
export function whyNot(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const { name, code } = error as Error & { code?: unknown };
  // Where several addresses were tried in vain, Node gives no message.
  const message = (error as Error).message || String(code);
  if (isOfAws(error))
    return `The bucket or the resize function does not answer as it should: ${name}: ${message}`;
  if (isDatabaseAway(error)) return `The database does not answer: ${message}`;
  if (typeof code === 'string' && /^42/.test(code)) {
    return `The tables are not those of this release (${message}). Start the API once, which brings them up to date.`;
  }
  // One of ours is a sentence by itself; what nobody foresaw says more by where it happened.
  return error instanceof TypeError ? `It cannot go on: ${error.stack}` : message;
}

/** The SDK marks what it was answered, and what it could not send. */
function isOfAws(error: unknown): boolean {
  return error instanceof Error && ('$metadata' in error || error.name === 'CredentialsProviderError');
}
