import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Stage } from '../stage/open-stage.ts';
import { inWorld } from './in-world.ts';

export interface Wanted {
  number: number;
  url: string;
  request: RequestInit;
}

export type Answer =
  | { number: number; status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> }
  | { number: number; failure: string };

/** `fetch` as it is where members are, with the names and networks of the world. */
export interface WorldFetch {
  fetch(url: string, request?: RequestInit): Promise<Response>;
  close(): void;
}

export function openWorldFetch(stage: Stage): WorldFetch {
  const { command, args, env } = inWorld(stage, path.join(import.meta.dirname, 'fetch-here.ts'));
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  let count = 0;
  return {
    async fetch(url, request = {}) {
      const number = count++;
      const answered = new Promise<Answer>((resolve) => waiting.set(number, resolve));
      child.send({ number, url, request } satisfies Wanted);
      const answer = await answered;
      if ('failure' in answer) throw new Error(`${url}: ${answer.failure}`);
      const { status, headers, body } = answer;
      return new Response(status === 204 ? null : body, { status, headers });
    },
    close: () => child.kill('SIGKILL'),
  };
}
