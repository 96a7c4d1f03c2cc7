import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { connectionSettings, LONGEST_SILENCE_MS } from '../database/connection.ts';
import { CHANNEL, type Notification } from './event.channel.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const HEARTBEATS_IN_SILENCE = 3;

export interface EventListener {
  /** Resolves when the connection listens for the first time. */
  listening: Promise<void>;
  close(): Promise<void>;
}

export interface Ears {
  heard(notification: Notification): void;
  /** Notifications may have been missed since the connection was lost. */
  wasDeaf(): void;
}

/**
 * Listens on a connection of its own, and connects again for as long as it is not closed. It asks something now and
 * then, because a listener hears nothing for hours, and then silence would not tell that the server is gone.
 */
export function listenForEvents(
  databaseUrl: string,
  log: Logger,
  ears: Ears,
  longestSilenceMs: number = LONGEST_SILENCE_MS,
): EventListener {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;
  const first = Promise.withResolvers<void>();
  let hasListened = false;

  async function connect(): Promise<void> {
    const connecting = new pg.Client({
      ...connectionSettings(databaseUrl, longestSilenceMs),
      application_name: 'movieflix-events',
    });
    client = connecting;
    connecting.on('notification', ({ payload }) => ears.heard(JSON.parse(payload ?? '{}')));
    connecting.on('error', (error) =>
      log.warn({ err: error }, 'The connection that listens for events was lost.'),
    );
    connecting.on('end', again);
    try {
      await connecting.connect();
      await connecting.query(`listen ${CHANNEL}`);
    } catch (error) {
      log.warn({ err: error }, 'Cannot listen for events.');
      await connecting.end().catch(() => undefined);
      return again();
    }
    pauseMs = FIRST_PAUSE_MS;
    if (hasListened) ears.wasDeaf();
    hasListened = true;
    first.resolve();
    void keepAsking(connecting, longestSilenceMs / HEARTBEATS_IN_SILENCE);
  }

  function again(): void {
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }

  void connect();
  return {
    listening: first.promise,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      first.resolve();
      await client?.end().catch(() => undefined);
    },
  };
}

/** Until the connection ends, which fails the query. */
async function keepAsking(client: pg.Client, pauseMs: number): Promise<void> {
  try {
    for (;;) {
      await pause(pauseMs, undefined, { ref: false });
      await client.query('select');
    }
  } catch {
    // That the connection was lost is told by its own event.
  }
}
