import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.ts';

/** What the API and the resize function sign their requests to the local cloud with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The data folder's own random credentials, made at its first start. */
export function readCredentials(folder: string): Credentials {
  const file = path.join(folder, 'settings.json');
  if (!existsSync(file)) writeNew(file);
  const { accessKeyId, secretAccessKey } = parse(file);
  if (typeof accessKeyId !== 'string' || typeof secretAccessKey !== 'string') {
    throw new PlainError(
      `${file} lacks accessKeyId or secretAccessKey. Remove it; the next start makes a new one.`,
    );
  }
  return { accessKeyId, secretAccessKey };
}

function parse(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(
      `${file} is not the JSON that was expected (${(error as Error).message}). Remove it; the next start makes a new one.`,
    );
  }
}

function writeNew(file: string): void {
  const credentials: Credentials = {
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
