import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.ts';
import { holdLock } from './hold-lock.ts';

export type ApiSettings = Readonly<Record<string, string>>;

/**
 * Notes with what settings the API runs, for commands that work beside it. They hold secrets, so only the owner can
 * read them.
 */
export function noteApiSettings(root: string, settings: ApiSettings): void {
  const file = noteIn(root);
  writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Also at a start, for one that was killed leaves its note. */
export function forgetApiSettings(root: string): void {
  rmSync(noteIn(root), { force: true });
}

/** @throws PlainError where no gallery runs on the data folder */
export function readApiSettings(root: string): ApiSettings {
  if (!isInUse(root)) {
    throw new PlainError(
      `No gallery is running on ${root}. Start it with npm start and run this beside it; where its data is elsewhere, ` +
        'say so: MOVIEFLIX_DATA=FOLDER npm run reconcile',
    );
  }
  const file = noteIn(root);
  if (!existsSync(file))
    throw new PlainError(`The gallery on ${root} is still starting. Run this when it is ready.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function isInUse(root: string): boolean {
  const file = path.join(root, 'lock');
  if (!existsSync(file)) return false;
  const lock = holdLock(file);
  if ('heldBy' in lock) return true;
  lock.release();
  return false;
}

function noteIn(root: string): string {
  return path.join(root, 'api.json');
}
