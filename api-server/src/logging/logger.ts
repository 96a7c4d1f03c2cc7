import pino, { type Logger } from 'pino';

/**
 * JSON lines on standard output, as a log agent wants them. Written by Node's own stream: where nobody reads any
 * more, that ends the process, while pino's would try again for ever and block it.
 */
export function createLogger(level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, process.stdout);
}
