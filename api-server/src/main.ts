import type { Logger } from 'pino';
import { createServer } from './app.ts';
import { closeApplication, openApplication } from './application.ts';
import { type Background, startBackground } from './background.ts';
import { type Config, readConfig } from './config.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { createLogger } from './logging/logger.ts';
import { RATE_LIMIT_RULES } from './rates/rate-limits.ts';

/** What requests in flight get after SIGTERM. */
const DRAIN_MS = 5_000;

const log = createLogger();
try {
  await start(readConfig(process.env), log);
} catch (error) {
  log.fatal({ err: error }, 'The API cannot start.');
  process.exit(1);
}

/** Listens at once, so that a host whose database is not there yet tells so instead of seeming dead. */
async function start(config: Config, log: Logger): Promise<void> {
  const app = openApplication(config, log, RATE_LIMIT_RULES);
  const server = await createServer(app);
  const stopping = new AbortController();
  let background: Background | undefined;

  const stop = async (signal: string) => {
    log.info({ signal }, 'The API is stopping.');
    stopping.abort();
    app.hub.close();
    await Promise.all([server.stop({ timeout: DRAIN_MS }), background?.stop()]);
    await closeApplication(app);
    log.info('The API has stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal));

  await server.start();
  log.info({ url: server.info.uri }, 'The API listens.');
  await prepareDatabase(app, stopping.signal);
  if (stopping.signal.aborted) return;
  background = startBackground(app);
  log.info('The API is ready.');
}
