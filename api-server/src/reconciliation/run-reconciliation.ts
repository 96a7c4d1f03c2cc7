import { closeApplication, openApplication } from '../application.ts';
import { type Config, readConfig } from '../config.ts';
import { createLogger } from '../logging/logger.ts';
import { RATE_LIMIT_RULES } from '../rates/rate-limits.ts';
import { HELP, readCommandLine } from './command-line.ts';
import { type Compared, reconcileImages } from './reconcile-images.ts';
import {
  countCompared,
  countFinding,
  emptyTally,
  lineOf,
  openFindings,
  progressOf,
  summaryOf,
} from './report.ts';
import { whyNot } from './why-not.ts';

const PAGE_SIZE = 1000;
const PROGRESS_EVERY_MS = 10_000;

const ALL_WELL = 0;
const SOMETHING_LEFT = 1;
const COULD_NOT_RUN = 2;

/** Where its words go: findings and summary to one, progress and troubles to the other. */
export interface Voice {
  say(line: string): void;
  complain(line: string): void;
}

const TERMINAL: Voice = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/**
 * The command that operators run.
 *
 * @param words of its command line
 * @param readEnvironment gives that of the API, where it is needed
 * @returns the exit code
 */
export async function runReconciliation(
  words: string[],
  readEnvironment: () => NodeJS.ProcessEnv,
  voice: Voice = TERMINAL,
): Promise<number> {
  try {
    const order = readCommandLine(words);
    if (order.help) {
      voice.say(HELP.trimEnd());
      return ALL_WELL;
    }
    return await reconcile(order.mend, readConfig(readEnvironment()), voice);
  } catch (error) {
    voice.complain(whyNot(error));
    return COULD_NOT_RUN;
  }
}

async function reconcile(isMending: boolean, config: Config, { say, complain }: Voice): Promise<number> {
  // The API's log is no part of what an operator reads here.
  const app = openApplication(config, createLogger('silent'), RATE_LIMIT_RULES);
  const tally = emptyTally();
  let saidAt = Date.now();
  try {
    const onCompared = (step: Compared) => {
      countCompared(tally, step);
      if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
      saidAt = Date.now();
      complain(progressOf(tally));
    };
    const now = () => new Date();
    for await (const finding of reconcileImages(app, { isMending, pageSize: PAGE_SIZE, now, onCompared })) {
      countFinding(tally, finding);
      say(lineOf(finding));
    }
    say(summaryOf(tally));
    return openFindings(tally) > 0 ? SOMETHING_LEFT : ALL_WELL;
  } finally {
    await closeApplication(app);
  }
}
