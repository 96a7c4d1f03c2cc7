import { expect, test } from '@jest/globals';
import { Lanes } from './lanes';

/** Lanes whose deeds end when the test says so. */
function heldLanes(atOnce: number) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const lanes = new Lanes(atOnce, (id, signal) => {
    started.push(id);
    return new Promise((resolve) => {
      ends.set(id, resolve);
      signal.addEventListener('abort', () => resolve());
    });
  });
  const end = async (id: string) => {
    ends.get(id)?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { lanes, started, end };
}

test('no more than a few run at the same time, in the order they came', async () => {
  const { lanes, started, end } = heldLanes(2);
  for (const id of ['a', 'b', 'c', 'd']) lanes.push(id);
  expect(started).toEqual(['a', 'b']);
  await end('b');
  expect(started).toEqual(['a', 'b', 'c']);
});

test('one that is stopped while it waits never runs', async () => {
  const { lanes, started, end } = heldLanes(1);
  for (const id of ['a', 'b', 'c']) lanes.push(id);
  lanes.stop('b');
  await end('a');
  expect(started).toEqual(['a', 'c']);
});

test('one that is stopped and pushed again runs again after its end', async () => {
  const { lanes, started, end } = heldLanes(2);
  lanes.push('a');
  lanes.stop('a');
  lanes.push('a');
  await end('a');
  expect(started).toEqual(['a', 'a']);
});
