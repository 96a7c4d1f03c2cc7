import { expect, test } from '@jest/globals';
import { RefusedRequest, Unreachable } from '@movieflix/importer/faults.ts';
import { withRetries } from '@movieflix/importer/retry.ts';

const FOREVER = new AbortController().signal;

/** Fails with these faults in turn, then works. */
function failing(...faults: Error[]) {
  let tries = 0;
  return async () => {
    const fault = faults[tries];
    tries += 1;
    if (fault) throw fault;
    return tries;
  };
}

test.each([new Unreachable('no route'), new RefusedRequest(503, 'busy'), new RefusedRequest(500, 'broken')])(
  '%s is tried again',
  async (fault) => {
    expect(await withRetries(FOREVER, failing(fault))).toBe(2);
  },
);

test('too many requests are tried again as often as the gallery asks to', async () => {
  const tooMany = Array.from({ length: 20 }, () => new RefusedRequest(429, 'too many', 0));
  expect(await withRetries(FOREVER, failing(...tooMany))).toBe(21);
});

test('a gallery that asks to wait for hours is not waited for', async () => {
  const tooMany = new RefusedRequest(429, 'too many', 7200);
  await expect(withRetries(FOREVER, failing(tooMany))).rejects.toBe(tooMany);
});

test.each([400, 401, 403, 404, 409])('an answer %d is not tried again', async (status) => {
  const refusal = new RefusedRequest(status, 'no');
  await expect(withRetries(FOREVER, failing(refusal))).rejects.toBe(refusal);
});

test('stopping ends the waiting', async () => {
  const stop = new AbortController();
  const tooMany = new RefusedRequest(429, 'too many', 600);
  const waiting = withRetries(stop.signal, failing(tooMany));
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
