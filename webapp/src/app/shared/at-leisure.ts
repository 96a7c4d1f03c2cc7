const SOON_MS = 200;
const FIRST_PAGE_MS = 3_000;

/** Resolves once the browser has nothing else to do or, where it does not tell so (Safari), soon. */
export function atLeisure(): Promise<unknown> {
  return new Promise((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, SOON_MS),
  );
}

/** Resolves at leisure, and not before the pictures of the first page have had their time. */
export async function afterFirstPage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FIRST_PAGE_MS));
  await atLeisure();
}
