import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 5 * 1024 * 1024;
const TAIL_CHARACTERS = 4000;
const TAIL_LINES = 15;

export interface LogFile {
  file: string;
  write(text: string): void;
  /** The last lines of this start. */
  tail(): string;
  close(): void;
}

/** Appends to `{name}.log` and keeps one older file, `{name}.log.1`, of at most 5 MiB. */
export function openLogFile(folder: string, name: string): LogFile {
  const file = path.join(folder, `${name}.log`);
  let descriptor = openSync(file, 'a', 0o600);
  let bytes = fstatSync(descriptor).size;
  let last = '';

  function rotate(): void {
    closeSync(descriptor);
    if (existsSync(file)) renameSync(file, `${file}.1`);
    descriptor = openSync(file, 'a', 0o600);
    bytes = 0;
  }

  return {
    file,
    write(text) {
      last = (last + text).slice(-TAIL_CHARACTERS);
      try {
        if (bytes > MAX_BYTES) rotate();
        bytes += writeSync(descriptor, text);
      } catch {
        // A full disk must not end the gallery for want of a log line.
      }
    },
    tail: () => last.trimEnd().split('\n').slice(-TAIL_LINES).join('\n'),
    close: () => closeSync(descriptor),
  };
}
