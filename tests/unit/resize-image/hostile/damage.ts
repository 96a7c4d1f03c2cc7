import { seededRandom } from './random.ts';

/** Cut off at `count` places: every byte of the start, then evenly, and just before the end. */
export function truncations(whole: Buffer, count: number): { name: string; bytes: Buffer }[] {
  const ends = new Set([
    1,
    2,
    4,
    8,
    12,
    16,
    24,
    32,
    64,
    whole.length - 1,
    whole.length - 2,
    whole.length - 12,
  ]);
  for (let step = 1; ends.size < count; step += 1) ends.add(Math.floor((whole.length * step) / count) + 1);
  return [...ends].map((end) => ({ name: `cut after ${end} bytes`, bytes: whole.subarray(0, end) }));
}

/** Bits flipped at random: one in the header, some in the header, one anywhere, many anywhere. */
export function flippedBits(whole: Buffer, count: number, seed: number): { name: string; bytes: Buffer }[] {
  const random = seededRandom(seed);
  const headerBytes = Math.min(600, whole.length);
  const kinds = [
    { where: headerBytes, flips: 1 },
    { where: headerBytes, flips: 8 },
    { where: whole.length, flips: 1 },
    { where: whole.length, flips: 1 + (whole.length >> 7) },
  ];
  return Array.from({ length: count }, (_, number) => {
    const { where, flips } = kinds[number % kinds.length]!;
    const bytes = Buffer.from(whole);
    for (let flip = 0; flip < flips; flip += 1)
      bytes[Math.floor(random() * where)]! ^= 1 << Math.floor(random() * 8);
    return { name: `flip ${number}: ${flips} bits in the first ${where} bytes`, bytes };
  });
}

/** Every 32-bit number of the header, in turn, replaced by one that lies about sizes, counts or offsets. */
export function lyingNumbers(whole: Buffer, count: number, seed: number): { name: string; bytes: Buffer }[] {
  const random = seededRandom(seed);
  const lies = [
    'ffffffff',
    '7fffffff',
    '80000000',
    '00000000',
    '0000ffff',
    'ffff0000',
    '00010000',
    '00000100',
  ];
  return Array.from({ length: count }, (_, number) => {
    const at = 4 + Math.floor(random() * (Math.min(700, whole.length) - 8));
    const lie = lies[number % lies.length]!;
    const bytes = Buffer.from(whole);
    bytes.write(lie, at, 'hex');
    return { name: `${lie} at ${at}`, bytes };
  });
}
