import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Machine } from './machine.ts';
import { makeScratchFolder, type ScratchFolder } from './scratch-folder.ts';

/** What Lambda's runtime does with a function, as far as it matters here: load it, hand it an event, take the answer. */
const RUNTIME = `
  const { handler } = require(process.argv[1]);
  const context = { functionName: 'built', awsRequestId: '0', getRemainingTimeInMillis: () => 60000 };
  handler(JSON.parse(process.argv[2]), context).then((result) => require('node:fs').writeSync(3, JSON.stringify(result)));
`;

export interface LambdaContainer extends AsyncDisposable {
  /**
   * Runs the function on one event, in a new process.
   *
   * @throws Error with what it printed where it fails
   */
  invoke(event: unknown, environment: NodeJS.ProcessEnv): Promise<unknown>;
}

/** A built function and its layers at some distance from the checkout, as /var/task and /opt are on Lambda. */
export async function openLambdaContainer(options: {
  machine: Machine;
  node: string;
  task: string;
  layers: string[];
}): Promise<LambdaContainer> {
  const folder = await makeScratchFolder();
  await copyInto(folder, options.task, options.layers);
  return {
    invoke: (event, environment) => run(folder.path, [...options.machine, options.node], event, environment),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function copyInto(folder: ScratchFolder, task: string, layers: string[]): Promise<void> {
  await cp(task, path.join(folder.path, 'task'), { recursive: true });
  for (const layer of layers) await cp(layer, path.join(folder.path, 'opt'), { recursive: true });
}

async function run(
  folder: string,
  [program = '', ...args]: string[],
  event: unknown,
  environment: NodeJS.ProcessEnv,
): Promise<unknown> {
  const env = { ...environment, NODE_PATH: path.join(folder, 'opt/nodejs/node_modules') };
  const child = spawn(
    program,
    [...args, '--eval', RUNTIME, path.join(folder, 'task/handler.js'), JSON.stringify(event)],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const [answer, printed, complained, [code]] = await Promise.all([
    text(child.stdio[3] as NodeJS.ReadableStream),
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`the function ended with ${code}:\n${printed}${complained}`);
  return JSON.parse(answer);
}
