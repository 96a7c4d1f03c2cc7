const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Hands the signals that ask this process to end on to a child, until the child has ended. */
exports.forwardSignals = (child) => {
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  child.once('close', () => {
    for (const signal of SIGNALS) process.removeListener(signal, forward);
  });
};
