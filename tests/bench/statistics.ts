export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Measures so many times, one after the other. */
export async function times<T>(count: number, measureOnce: () => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  for (let index = 0; index < count; index++) values.push(await measureOnce());
  return values;
}
