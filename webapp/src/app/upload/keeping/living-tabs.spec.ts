import { afterEach, expect, jest, test } from '@jest/globals';
import { tabsByAsking, tabsByLock } from './living-tabs';

afterEach(() => {
  jest.useRealTimers();
});

/** Channels that reach each other, as those of one browser do. */
function channels() {
  const open = new Set<EventTarget>();
  return () => {
    const channel = new EventTarget();
    open.add(channel);
    const postMessage = (data: unknown) => {
      for (const other of open)
        if (other !== channel) other.dispatchEvent(new MessageEvent('message', { data }));
    };
    return Object.assign(channel, {
      postMessage,
      close: () => open.delete(channel),
    }) as unknown as BroadcastChannel;
  };
}

test('an open tab answers', async () => {
  const openChannel = channels();
  tabsByAsking(openChannel).announce('here');
  expect(await tabsByAsking(openChannel).isAlive('here')).toBe(true);
});

test('a tab that does not answer is closed', async () => {
  jest.useFakeTimers();
  const openChannel = channels();
  tabsByAsking(openChannel).announce('here');
  const answer = tabsByAsking(openChannel).isAlive('gone');
  await jest.runAllTimersAsync();
  expect(await answer).toBe(false);
});

test('where there are locks, a tab is open as long as it holds its own', async () => {
  const held = new Set<string>();
  const request = (name: string, ...[options, callback]: [object, (lock: object | null) => unknown]) => {
    if (typeof options === 'function') return void held.add(name);
    return Promise.resolve(callback(held.has(name) ? null : {}));
  };
  const tabs = tabsByLock({ request } as unknown as LockManager);
  tabs.announce('here');
  expect([await tabs.isAlive('here'), await tabs.isAlive('gone')]).toEqual([true, false]);
});
