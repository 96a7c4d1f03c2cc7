/** Longer than that nothing waits for a picture. */
const MOST_MS = 2_000;

/** Resolves once every picture within an element has come or failed, and at the latest after a while. */
export async function picturesShown(element: Element, mostMs = MOST_MS): Promise<void> {
  const pictures = [...element.querySelectorAll('img')].map((picture) => picture.decode());
  const late = new Promise((resolve) => setTimeout(resolve, mostMs));
  await Promise.race([Promise.allSettled(pictures), late]);
}
