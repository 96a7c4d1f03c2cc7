const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// One Ctrl-C arrives twice: from the terminal, and again from npm, which passes it on.
const ONE_PRESS_MS = 500;
const HURRIED_EXIT_CODE = 130;

/** Aborts at the first request to stop. A second one ends this process at once; the parts then stop by themselves. */
export function listenForStop(): AbortSignal {
  const stop = new AbortController();
  let requestedAt = 0;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      const now = Date.now();
      if (!stop.signal.aborted) {
        requestedAt = now;
        stop.abort();
      } else if (now - requestedAt > ONE_PRESS_MS) {
        process.exit(HURRIED_EXIT_CODE);
      }
    });
  }
  return stop.signal;
}

export function stopRequested(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
}
