import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Gallery } from './start-gallery.ts';

const MAIN = fileURLToPath(import.meta.resolve('@movieflix/api-server/main.ts'));

export interface Line {
  url?: string;
  msg: string;
  err?: { message: string };
}

/** The variables by which another process finds the gallery's database and cloud. */
export function surroundingsOf({ app: { config }, cloud }: Gallery): Record<string, string> {
  return {
    DATABASE_URL: config.databaseUrl,
    IMAGE_BUCKET: config.imageBucket,
    RESULTS_QUEUE_URL: config.resultsQueueUrl,
    RESIZE_FUNCTION_NAME: config.resizeFunctionName,
    AWS_REGION: config.region,
    AWS_ENDPOINT_URL: cloud.endpoint,
  };
}

/**
 * Starts the API as a process of its own, on the gallery's database and cloud.
 *
 * @param children receives the process, for the test to end it whatever happens
 */
export function startApiProcess(
  gallery: Gallery,
  children: ChildProcess[],
  changes: Record<string, string | undefined> = {},
) {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: '0',
      HOST: '127.0.0.1',
      ...surroundingsOf(gallery),
      ...changes,
    },
  });
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const lines = (): Line[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return { child, lines, ended: once(child, 'exit') };
}

export function urlOf(lines: () => Line[]): Promise<string> {
  return waitFor('the API to listen', () => lines().find((line) => line.url !== undefined)?.url);
}

export async function ready(lines: () => Line[]): Promise<string> {
  await waitFor('the API to be ready', () => lines().some((line) => line.msg === 'The API is ready.'));
  return urlOf(lines);
}
