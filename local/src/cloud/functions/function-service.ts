import type { DatabaseSync } from 'node:sqlite';
import { ACCOUNT_ID } from '../account.ts';

/** What invocations work on. */
export interface FunctionService {
  db: DatabaseSync;
  region: string;
  /** What every worker gets in its environment, like on Lambda. */
  environment: Record<string, string>;
  /** Takes the lines that workers write, and faults of the dispatcher's own. */
  log(source: string, line: string): void;
  /** Puts a destination record on a queue, within the transaction under way. */
  sendToQueue(queue: string, body: string): void;
  /** To be called after the commit of that transaction. */
  announce(queue: string): void;
}

export function functionArn(region: string, name: string): string {
  return `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:${name}`;
}
