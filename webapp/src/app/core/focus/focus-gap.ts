/** Where what had the focus was taken out of the page. */
export interface FocusGap {
  /** What it was in, at any depth, and is still there. */
  place: Node;
  /** What stood before it there; null at the beginning. */
  before: Node | null;
}

/**
 * The gap that changes of the page have made.
 *
 * @param lost what had the focus
 * @param gap what earlier changes have made already
 */
export function gapAfter(
  records: readonly MutationRecord[],
  lost: Node,
  gap: FocusGap | null,
): FocusGap | null {
  return records.reduce((found, { removedNodes, target, previousSibling }) => {
    const { place = lost, before = null } = found ?? {};
    const removed = [...removedNodes];
    if (removed.some((node) => node.contains(place))) return { place: target, before: previousSibling };
    // What stood before it went too: then what stood before that.
    if (found && before && removed.includes(before as ChildNode)) return { place, before: previousSibling };
    return found;
  }, gap);
}
