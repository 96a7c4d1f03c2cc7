const SOON_MS = 200;

/** Resolves once the browser has nothing else to do or, where it does not tell so (Safari), soon. */
export function atLeisure(): Promise<unknown> {
  return new Promise((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, SOON_MS),
  );
}
