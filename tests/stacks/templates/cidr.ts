/**
 * What Fn::Cidr returns: `count` blocks of 2^`hostBits` addresses each, from the start of `block` (IPv4).
 *
 * @throws Error where the block has no room for them
 */
export function splitCidr(block: string, count: number, hostBits: number): string[] {
  const { first, size } = parseCidr(block);
  const step = 2 ** hostBits;
  if (step * count > size) throw new Error(`expected room for ${count} blocks of ${step} in ${block}`);
  return Array.from(
    { length: count },
    (_, index) => `${formatAddress(first + index * step)}/${32 - hostBits}`,
  );
}

/** Whether two IPv4 blocks share an address. */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)];
  return a.first < b.first + b.size && b.first < a.first + a.size;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parseCidr(outer), parseCidr(inner)];
  return a.first <= b.first && b.first + b.size <= a.first + a.size;
}

function parseCidr(block: string): { first: number; size: number } {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
  if (!match) throw new Error(`expected an IPv4 block such as 10.20.0.0/16 but received ${block}`);
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  return { first: ((a * 256 + b) * 256 + c) * 256 + d, size: 2 ** (32 - prefix) };
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
