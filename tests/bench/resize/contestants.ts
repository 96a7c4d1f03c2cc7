import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { programOf } from '../../stacks/tools/python-environment.ts';
import { allocationOnLambda } from './function-environment.ts';

/** Somebody who takes part: a row of the table. */
export interface Contestant {
  name: string;
  /** What is started, and answers a task a line. */
  command: [program: string, ...args: string[]];
  /** Whether it takes part only with some photographs and once, because it takes seconds. */
  isSlow?: boolean;
  /** Of a program: what it says of itself, by which it is told from others of its name, and its package in Debian. */
  needs?: { program: string; says: RegExp; debianPackage: string };
}

const HERE = import.meta.dirname;

/** Those whose figures the others' are compared with. */
export const OURS = 'the picture step';
export const NAIVE = 'a pipeline per rendition';
export const DECODE = 'decode to the largest alone';

export const CONTESTANTS: readonly Contestant[] = [
  { name: OURS, command: ['env', ...allocationOnLambda(), ...ownProcess('function')] },
  { name: NAIVE, command: ownProcess('naive') },
  { name: 'plain cascade, effort 2', command: ownProcess('plain-cascade') },
  { name: DECODE, command: ownProcess('decode') },
  { name: 'encode alone', command: ownProcess('encode') },
  {
    name: 'Pillow, draft mode',
    command: [programOf('pillow', 'python'), path.join(HERE, 'peers/pillow.py')],
  },
  { name: '@napi-rs/image', command: ownProcess('napi-rs-image'), isSlow: true },
  { name: 'jimp', command: ownProcess('jimp'), isSlow: true },
  ofProgram('vipsthumbnail', /vips/, 'libvips-tools'),
  ofProgram('convert', /Version: ImageMagick/, 'imagemagick'),
  ofProgram('gm', /GraphicsMagick/, 'graphicsmagick'),
  ofProgram('ffmpeg', /ffmpeg version/, 'ffmpeg'),
];

function ownProcess(contender: string): [string, ...string[]] {
  return [process.execPath, path.join(HERE, 'worker.ts'), contender];
}

function ofProgram(program: string, says: RegExp, debianPackage: string): Contestant {
  const command: Contestant['command'] = ['python3', path.join(HERE, 'peers/programs.py'), program];
  return { name: `${program} (program)`, command, isSlow: true, needs: { program, says, debianPackage } };
}

/** Whether what the contestant needs is on the machine. */
export async function isInstalled({ needs }: Contestant): Promise<boolean> {
  if (needs === undefined) return true;
  const { program, says } = needs;
  const version = program === 'vipsthumbnail' ? '--vips-version' : '-version';
  return promisify(execFile)(program, [version]).then(
    ({ stdout }) => says.test(stdout),
    () => false,
  );
}
