import { stat } from 'node:fs/promises';
import { HELP, type ImportOrder, readCommandLine, UsageError } from './command-line.ts';
import { findCredentials, signIn } from './credentials.ts';
import { RefusedRequest, Unreachable } from './faults.ts';
import { importFolder } from './import-folder.ts';
import { startProgress } from './progress.ts';
import { emptyTally, summaryOf } from './tally.ts';
import { walk } from './walk.ts';

const SOME_FAILED = 1;
const STOPPED_BY_CTRL_C = 130;

/** @returns the exit code */
async function main(): Promise<number> {
  // npm runs scripts in the folder of package.json and tells here where it was called.
  const order = readCommandLine(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (order === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  await assertFolder(order.folder);
  const credentials = await findCredentials(process.env, process.stdin.isTTY === true);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  try {
    return await run(order, credentials, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped. The same command goes on from here.\n');
    return STOPPED_BY_CTRL_C;
  }
}

async function run(
  { folder, url }: ImportOrder,
  credentials: Awaited<ReturnType<typeof findCredentials>>,
  signal: AbortSignal,
): Promise<number> {
  const { gallery, signOut } = await signIn({ url, signal }, credentials);
  const tally = emptyTally();
  process.stdout.write(`Looking through ${folder} ...\n`);
  const progress = startProgress(await countImages(folder, signal), process.stdout);
  try {
    await importFolder(gallery, folder, tally, progress);
  } finally {
    progress.end();
    process.stdout.write(summaryOf(tally));
    await signOut();
  }
  return tally.failed > 0 ? SOME_FAILED : 0;
}

async function countImages(folder: string, signal: AbortSignal): Promise<number> {
  let images = 0;
  for await (const { kind } of walk(folder)) {
    signal.throwIfAborted();
    if (kind === 'image') images += 1;
  }
  return images;
}

async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new UsageError(`Expected a folder, but ${folder} is ${found ? 'none' : 'not there'}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected = [UsageError, RefusedRequest, Unreachable].some((kind) => error instanceof kind);
  process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = SOME_FAILED;
}
