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
  const made = records.reduce((found, { removedNodes, target, previousSibling }) => {
    const { place = lost, before = null } = found ?? {};
    const removed: Node[] = [...removedNodes];
    if (removed.some((node) => node.contains(place))) return { place: target, before: previousSibling };
    // What stood before it went too: then what stood before that.
    if (found && before && removed.includes(before)) return { place, before: previousSibling };
    return found;
  }, gap);
  return made && { ...made, before: stoodBefore(made.before, addedBy(records)) };
}

function addedBy(records: readonly MutationRecord[]): Set<Node> {
  return new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
}

/** The element at the node or before it. What came in the place of what went is not before the gap but in it. */
function stoodBefore(node: Node | null, added: ReadonlySet<Node>): Node | null {
  let stood = node;
  // Angular marks the places of its blocks with comments.
  while (stood && (!(stood instanceof Element) || added.has(stood))) stood = stood.previousSibling;
  return stood;
}
