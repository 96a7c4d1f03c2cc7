import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import type { Emulator } from '../emulator/start-emulator.ts';
import { shellEnvironment } from '../tools/shell-environment.ts';

/** What a person answers, by words of the question. Whatever is not listed gets the Enter key: the default. */
export type Answers = Record<string, string>;

export interface Deploy {
  succeeded: boolean;
  /** All that stood on the terminal. */
  said: string;
  /** The questions that were asked, each up to its colon, in their order. */
  questions: string[];
}

/** Only to end what hangs, such as a custom resource that nobody answers. */
const LONGEST_MS = 300_000;

/** A question stands at the end of what was said and waits: `Stack Name [movieflix]: `. */
const QUESTION = /(?:^|\n)([^\n]*\S): $/;

/**
 * Types `sam deploy --guided` in the checkout, for a build made by `sam build`, and answers its questions one by
 * one as they are asked.
 *
 * @param options of the command besides, such as `--config-env`
 */
export async function samDeployGuided(
  emulator: Emulator,
  build: string,
  answers: Answers,
  options: string[] = [],
): Promise<Deploy> {
  // Next to a template that is given, sam would look for another samconfig.toml.
  const config = ['--config-file', path.join(CHECKOUT, 'samconfig.toml')];
  const args = ['deploy', '--guided', '--template-file', `${build}/template.yaml`, ...config, ...options];
  const child = spawn('sam', args, {
    cwd: CHECKOUT,
    env: shellEnvironment({ ...emulator.environment, PYTHONUNBUFFERED: '1' }),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const questions: string[] = [];
  let said = '';
  let answeredUpTo = 0;
  const hear = (chunk: Buffer) => {
    said += chunk.toString().replaceAll('\r', '');
    const question = QUESTION.exec(said.slice(answeredUpTo))?.[1]?.trim();
    if (question === undefined) return;
    answeredUpTo = said.length;
    questions.push(question);
    child.stdin.write(`${answerTo(question, answers)}\n`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = await once(child, 'close');
  process.removeListener('exit', endWithUs);
  return { succeeded: code === 0, said, questions };
}

function answerTo(question: string, answers: Answers): string {
  const words = Object.keys(answers).find((each) => question.includes(each));
  return words === undefined ? '' : (answers[words] ?? '');
}
