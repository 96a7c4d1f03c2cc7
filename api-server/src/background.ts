import type { Application } from './application.ts';
import { relayEvents } from './events/event.relay.ts';
import { consumeResults } from './results/result.consumer.ts';
import { startBringingSamples } from './samples/bring-samples.ts';
import { startSweeper } from './sweeps/sweeper.ts';

/** What a process does besides answering. */
export interface Background {
  /** Resolves when events of other processes are heard. */
  listening: Promise<void>;
  stop(): Promise<void>;
}

export function startBackground(app: Application): Background {
  const listener = relayEvents(app);
  const consumer = consumeResults(app);
  const sweeper = startSweeper(app);
  const samples = app.config.bringsSamples ? startBringingSamples(app) : undefined;
  return {
    listening: listener.listening,
    async stop() {
      sweeper.stop();
      await Promise.all([consumer.stop(), listener.close(), samples?.stop()]);
    },
  };
}
