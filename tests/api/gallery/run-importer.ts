import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../importer/src/main.ts', import.meta.url));

export interface ImporterRun {
  process: ChildProcess;
  /** What it printed, and its exit code. */
  ended: Promise<{ code: number | null; printed: string; complained: string }>;
}

/** Runs the importer as a person does, without a terminal. */
export function runImporter(words: string[], environment: Record<string, string>): ImporterRun {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  const ended = new Promise<{ code: number | null; printed: string; complained: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, printed, complained })),
  );
  return { process: child, ended };
}
