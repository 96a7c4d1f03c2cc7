import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { holdLock, type Lock } from '../data-folder/hold-lock.ts';
import type { LogFile } from '../data-folder/log-file.ts';
import { PlainError } from '../terminal/plain-error.ts';
import { reportProgress } from '../terminal/report-progress.ts';
import { say } from '../terminal/say.ts';
import { fingerprintSources } from './fingerprint.ts';
import { inlineIntoPage } from './inline-into-page.ts';
import { mergeChunks } from './merge-chunks.ts';
import { precompress } from './precompress.ts';
import { pruneProperties } from './prune-properties.ts';
import { buildServiceWorker } from './service-worker.ts';
import { subsetFonts } from './subset-fonts.ts';

/**
 * Builds the web app where its sources have changed since the last build, and returns the folder of the build.
 *
 * @throws PlainError with the compiler's last words, AbortError when stopped
 */
export async function buildWebapp(checkout: string, log: LogFile, stop: AbortSignal): Promise<string> {
  const built = path.join(checkout, 'webapp/dist');
  // Inside the build, so that whatever replaces the build removes it as well.
  const stamp = path.join(built, 'fingerprint.txt');
  const fingerprint = fingerprintSources(checkout);
  if (readStamp(stamp) === fingerprint) return built;

  const lock = await waitForLock(path.join(checkout, '.cache/webapp-build.lock'), stop);
  try {
    if (readStamp(stamp) === fingerprint) return built;
    await runNgBuild(checkout, log, stop);
    await mergeChunks(built);
    inlineIntoPage(built);
    pruneProperties(built);
    await subsetFonts(built);
    await buildServiceWorker(checkout, built);
    await precompress(built);
    writeFileSync(stamp, fingerprint);
  } finally {
    lock.release();
  }
  return built;
}

async function runNgBuild(checkout: string, log: LogFile, stop: AbortSignal): Promise<void> {
  say('Building the web app, since its sources have changed. This takes some ten seconds.');
  const started = Date.now();
  const ng = path.join(checkout, 'node_modules/@angular/cli/bin/ng.js');
  const build = spawn('setpriv', ['--pdeathsig', 'TERM', '--', process.execPath, ng, 'build'], {
    cwd: path.join(checkout, 'webapp'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
    // Its own way to merge chunks would merge what is wanted apart.
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', NG_BUILD_OPTIMIZE_CHUNKS: 'false', NO_COLOR: '1' },
  });
  for (const stream of [build.stdout, build.stderr]) stream.setEncoding('utf8').on('data', log.write);
  const stopReporting = reportProgress('building the web app');
  try {
    const [code] = await once(build, 'close');
    if (code !== 0) throw new PlainError(`The web app could not be built:\n${log.tail()}`);
  } finally {
    stopReporting();
  }
  say(`Built the web app in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Two starts from one checkout must not build into the same folder at once. */
async function waitForLock(file: string, stop: AbortSignal): Promise<Lock> {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    const lock = holdLock(file);
    if ('release' in lock) return lock;
    if (!told) say(`Another start (process ${lock.heldBy}) is building the web app; waiting for it.`);
    await delay(100, undefined, { signal: stop });
  }
}

function readStamp(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
