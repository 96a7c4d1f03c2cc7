import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { CHECKOUT } from '../../runner/run-program.ts';
import type { Figures } from '../bench.ts';
import { median } from '../statistics.ts';
import { allocationOnLambda, bundlingOnLambda } from './function-environment.ts';

export const about = `How long the resize function takes to be ready in a new process beyond Node itself: bundled and with
its layer as they are deployed, against Node with nothing to run, in turn, medians of 21, milliseconds of time and of CPU.`;

const STARTS = 21;
const FUNCTION = path.join(CHECKOUT, 'functions/resize-image');
const LAYER_BUILD = path.join(FUNCTION, 'sharp-layer/build.ts');

export async function measure(): Promise<Figures> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'movieflix-cold-start-'));
  try {
    const handler = path.join(scratch, 'handler.js');
    await build({
      ...bundlingOnLambda(),
      entryPoints: [path.join(FUNCTION, 'src/handler.ts')],
      outfile: handler,
      logLevel: 'error',
    });
    const layer = path.join(scratch, 'layer');
    execFileSync(process.execPath, [LAYER_BUILD, process.arch, layer], { stdio: 'inherit' });
    const modules = path.join(layer, 'nodejs/node_modules');
    const [empty, ready]: [Start[], Start[]] = [[], []];
    for (let turn = 0; turn < STARTS; turn++) {
      empty.push(start('', modules));
      ready.push(start(`require(${JSON.stringify(handler)});`, modules));
    }
    const over = (what: keyof Start) => median(ready.map((each, turn) => each[what] - empty[turn]![what]));
    return {
      emptyNodeMs: median(empty.map(({ wallMs }) => wallMs)),
      handlerReadyMs: median(ready.map(({ wallMs }) => wallMs)),
      overEmptyMs: over('wallMs'),
      overEmptyCpuMs: over('cpuMs'),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Start {
  /** From the start of the process to the end of the code. */
  wallMs: number;
  cpuMs: number;
}

function start(code: string, modules: string): Start {
  const measured = `${code} const { user, system } = process.cpuUsage();
    process.stdout.write(JSON.stringify({
      wallMs: performance.timeOrigin + performance.now() - Number(process.argv[1]), cpuMs: (user + system) / 1000 }));
    process.exit();`;
  const allocation = Object.fromEntries(allocationOnLambda().map((variable) => variable.split('=')));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', measured, `${Date.now()}`], {
    env: {
      ...allocation,
      NODE_PATH: modules,
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: 'resize',
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`expected the handler to load, but: ${stderr}`);
  return JSON.parse(stdout) as Start;
}
