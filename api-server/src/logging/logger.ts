import pino, { type Logger } from 'pino';

/** JSON lines on standard output, as a log agent wants them. */
export function createLogger(level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
