import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll } from '@jest/globals';
import type { Answer } from './warm-process-messages.ts';

/** Within the function's Timeout of 120 s, on a machine that does other things as well. */
const TIME_LIMIT_MS = 60_000;

export interface WarmProcess {
  /** @throws where the process ends or does not answer in time */
  resize(original: Buffer): Promise<Answer>;
}

/** A process for all tests of a file, as Lambda keeps one for many images. */
export function useWarmProcess(): WarmProcess {
  let child: ChildProcess;

  beforeAll(() => {
    child = fork(new URL('warm-process-child.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  });

  afterAll(async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill()) await once(child, 'exit');
  });

  return { resize: (original) => ask(child, original) };
}

function ask(child: ChildProcess, original: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', ended);
      end();
    };
    const answered = (answer: unknown) => settle(() => resolve(answer as Answer));
    const ended = (code: number | null, signal: string | null) =>
      settle(() => reject(new Error(`the process ended with ${signal ?? code}`)));
    const timer = setTimeout(
      () => settle(() => child.kill('SIGKILL') && reject(new Error(`no answer within ${TIME_LIMIT_MS} ms`))),
      TIME_LIMIT_MS,
    );
    child.once('message', answered).once('exit', ended);
    child.send(original);
  });
}
