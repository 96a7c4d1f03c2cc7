import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createServer } from './app.ts';
import { closeApplication, openApplication } from './application.ts';
import { startBackground } from './background.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase, openPool } from './database/database.ts';
import { isDatabaseAway } from './database/database-errors.ts';
import { migrateUp } from './database/migrator.ts';
import { createLogger } from './logging/logger.ts';
import { RATE_LIMIT_RULES } from './rates/rate-limits.ts';

const DATABASE_PATIENCE_MS = 120_000;
const DATABASE_PAUSE_MS = 500;
/** What requests in flight get after SIGTERM. */
const DRAIN_MS = 5_000;

const log = createLogger();
try {
  await start(readConfig(process.env), log);
} catch (error) {
  log.fatal({ err: error }, 'The API cannot start.');
  process.exit(1);
}

async function start(config: Config, log: Logger): Promise<void> {
  await migrate(config, log);
  const app = openApplication(config, log, RATE_LIMIT_RULES);
  const server = await createServer(app);
  const background = startBackground(app);
  await server.start();
  log.info({ url: server.info.uri }, 'The API is ready.');

  const stop = async (signal: string) => {
    log.info({ signal }, 'The API is stopping.');
    app.hub.close();
    await Promise.all([server.stop({ timeout: DRAIN_MS }), background.stop()]);
    await closeApplication(app);
    log.info('The API has stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal));
}

/** Hosts start in any order, so a database that is not there yet is waited for. */
async function migrate(config: Config, log: Logger): Promise<void> {
  const db = openDatabase(openPool(config.databaseUrl, log));
  const deadline = Date.now() + DATABASE_PATIENCE_MS;
  try {
    for (;;) {
      try {
        const migrations = await migrateUp(db);
        log.info({ migrations }, 'The tables are up to date.');
        return;
      } catch (error) {
        if (!isDatabaseAway(error) || Date.now() > deadline) throw error;
        log.warn({ err: error }, 'Waiting for the database.');
        await pause(DATABASE_PAUSE_MS);
      }
    }
  } finally {
    await db.destroy();
  }
}
