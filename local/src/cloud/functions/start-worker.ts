import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type FunctionService, functionArn } from './function-service.ts';
import type { Invocation } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import type { FunctionError, InvokeMessage, WorkerMessage } from './worker-messages.ts';

export type Outcome = { response: unknown } | { error: FunctionError };

export interface Worker {
  /** Carries out one invocation at a time. Never rejects: a crash and a timeout are outcomes. */
  invoke(invocation: Invocation): Promise<Outcome>;
  isAlive(): boolean;
  exited: Promise<void>;
  kill(): void;
}

const WORKER_MODULE = new URL('worker-process.ts', import.meta.url);
/** For loading the handler; as generous as a busy machine needs. */
const START_TIMEOUT_MS = 60_000;

/** Starts a process that has the function's handler loaded. */
export function startWorker(service: FunctionService, definition: LocalFunction): Worker {
  const child = fork(WORKER_MODULE, [definition.handlerModule, definition.name], {
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      AWS_LAMBDA_FUNCTION_NAME: definition.name,
      ...service.environment,
      ...definition.environment,
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => service.log(definition.name, line));
  }
  // Without a listener a failed send would end this process; the exit that follows says the same.
  child.on('error', (error) => service.log(definition.name, String(error)));
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const ready = nextMessage(child, START_TIMEOUT_MS);
  return {
    exited,
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected,
    kill: () => void child.kill('SIGKILL'),
    invoke: async (invocation) => {
      const started = await ready;
      if (started.type === 'ended') return { error: describeEnd(invocation, started) };
      const timeoutMs = definition.timeoutSeconds * 1000;
      const message: InvokeMessage = {
        requestId: invocation.requestId,
        payload: invocation.payload,
        functionArn: functionArn(service.region, definition.name),
        deadline: Date.now() + timeoutMs,
      };
      const answer = nextMessage(child, timeoutMs);
      child.send(message);
      return toOutcome(invocation, await answer);
    },
  };
}

interface WorkerEnd {
  type: 'ended';
  /** How it ended: an exit code, a signal, or the seconds after which it was killed. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  timedOutSeconds: number | undefined;
}

/** The worker's next message, or how it ended instead; one that is late is killed. */
function nextMessage(child: ChildProcess, timeoutMs: number): Promise<WorkerMessage | WorkerEnd> {
  return new Promise((resolve) => {
    let timedOutSeconds: number | undefined;
    const timer = setTimeout(() => {
      timedOutSeconds = timeoutMs / 1000;
      child.kill('SIGKILL');
    }, timeoutMs);
    const settle = (result: WorkerMessage | WorkerEnd) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(result);
    };
    const onMessage = (message: unknown) => settle(message as WorkerMessage);
    const onExit = (exitCode: number | null, signal: NodeJS.Signals | null) =>
      settle({ type: 'ended', exitCode, signal, timedOutSeconds });
    const onError = () => onExit(child.exitCode, child.signalCode);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.on('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  });
}

function toOutcome(invocation: Invocation, answer: WorkerMessage | WorkerEnd): Outcome {
  if (answer.type === 'returned') return { response: JSON.parse(answer.response) as unknown };
  if (answer.type === 'threw') return { error: answer.error };
  if (answer.type === 'ended') return { error: describeEnd(invocation, answer) };
  throw new Error(`Expected the outcome of an invocation but the worker said ${answer.type}`);
}

/** In Lambda's words. */
function describeEnd(invocation: Invocation, end: WorkerEnd): FunctionError {
  const subject = `RequestId: ${invocation.requestId} Error:`;
  if (end.timedOutSeconds !== undefined) {
    return {
      errorType: 'Sandbox.Timedout',
      errorMessage: `${subject} Task timed out after ${end.timedOutSeconds.toFixed(2)} seconds`,
    };
  }
  const how = end.signal === null ? `exit status ${end.exitCode}` : `signal: ${end.signal}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `${subject} Runtime exited with error: ${how}` };
}
