import { afterEach, expect, test } from '@jest/globals';
import { createEventHub } from '@movieflix/api-server/events/event.hub.ts';

const hubs: ReturnType<typeof createEventHub>[] = [];

function newHub() {
  const hub = createEventHub();
  hubs.push(hub);
  return hub;
}

afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
});

const inAnHour = () => new Date(Date.now() + 3_600_000);

test('a browser that does not keep up is dropped', () => {
  const hub = newHub();
  const slow = hub.open('ada', inAnHour());
  for (let count = 0; count < 400; count++) hub.send('ada', 'image.ready', 'x'.repeat(1000));
  expect(slow.destroyed).toBe(true);
  expect(hub.isWatching('ada')).toBe(false);
});

test('a stream ends when its time is over', () => {
  const hub = newHub();
  const stream = hub.open('ada', new Date(Date.now() - 1));
  hub.send('ada', 'image.ready', {});
  expect(stream.writableEnded).toBe(true);
  expect(hub.isWatching('ada')).toBe(false);
});

test('a closed hub opens no stream', () => {
  const hub = newHub();
  const stream = hub.open('ada', inAnHour());
  hub.close();
  expect(stream.writableEnded).toBe(true);
  expect(() => hub.open('ada', inAnHour())).toThrow('stopping');
});
