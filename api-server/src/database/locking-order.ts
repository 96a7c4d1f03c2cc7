/**
 * The names in an order that is the same for all who insert them, so that two transactions that bring the same ones
 * wait for one another and never in a circle.
 */
export function inOneOrder(names: string[]): string[] {
  const key = (name: string) => name.toLowerCase();
  return names.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
