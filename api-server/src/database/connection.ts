import { Socket } from 'node:net';
import type pg from 'pg';

const CONNECT_TIMEOUT_MS = 5_000;
/** Twice what a statement may take: only a server that is gone is silent for so long. */
export const LONGEST_SILENCE_MS = 30_000;

/**
 * How every connection is made. One that is silent for too long is cut: the answer of a host that vanished without a
 * word would otherwise be waited for until TCP gives up, a quarter of an hour later.
 */
export function connectionSettings(databaseUrl: string, longestSilenceMs: number): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    stream: () => mortalSocket(longestSilenceMs),
  };
}

function mortalSocket(longestSilenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(longestSilenceMs, () => {
    const error = new Error(`The database server has been silent for ${longestSilenceMs} ms.`);
    socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  });
}
