import { Blob as ReadableBlob } from 'node:buffer';
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { ChecksumReport, ChecksumRequest } from './checksum-messages';
import { createChecksum } from './checksums';

const BYTES = new Uint8Array(5 * 1024 * 1024).map((_, index) => index % 251);
/** Node's, because jsdom's cannot be read. */
const BLOB = new ReadableBlob([BYTES]) as unknown as Blob;
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

/** A worker that answers as `respond` says. */
function fakeWorker(
  respond: (request: ChecksumRequest, report: (message: ChecksumReport) => void) => void,
): Worker {
  const target = new EventTarget();
  const report = (data: ChecksumReport) => target.dispatchEvent(new MessageEvent('message', { data }));
  const postMessage = (request: ChecksumRequest) => queueMicrotask(() => respond(request, report));
  return Object.assign(target, { postMessage }) as unknown as Worker;
}

test('the worker’s progress and checksum are passed on', async () => {
  const checksum = createChecksum(() =>
    fakeWorker((request, report) => {
      report({ id: request.id, checkedBytes: 3 });
      report({ id: request.id, sha256: 'abc' });
    }),
  );
  const progress: number[] = [];
  expect(await checksum(new Blob(['x']), { onProgress: (bytes) => progress.push(bytes) })).toBe('abc');
  expect(progress).toEqual([3]);
});

test('where no worker can be started, the page computes the same checksum itself, slice by slice', async () => {
  const checksum = createChecksum(() => {
    throw new DOMException('Not allowed here.', 'SecurityError');
  });
  const progress: number[] = [];
  expect(await checksum(BLOB, { onProgress: (bytes) => progress.push(bytes) })).toBe(SHA256);
  expect(progress).toEqual([2, 4, 5].map((mib) => mib * 1024 * 1024));
});

test('where the worker breaks, what it had in hand is computed by the page, and it is not started again', async () => {
  let starts = 0;
  const checksum = createChecksum(() => {
    starts += 1;
    const worker = fakeWorker(() => worker.dispatchEvent(new Event('error')));
    return worker;
  });
  expect(await Promise.all([checksum(BLOB), checksum(BLOB)])).toEqual([SHA256, SHA256]);
  expect(await checksum(BLOB)).toBe(SHA256);
  expect(starts).toBe(1);
});

test('a file that can no longer be read is said so', async () => {
  const error = new DOMException('The file could not be read.', 'NotReadableError');
  const checksum = createChecksum(() => fakeWorker(({ id }, report) => report({ id, error })));
  await expect(checksum(new Blob(['x']))).rejects.toMatchObject({
    kind: 'unreadable',
    message: expect.stringContaining('can no longer be read'),
  });
});

test('cancelling reaches the worker and rejects with the reason', async () => {
  const cancelling = new AbortController();
  const requests: ChecksumRequest[] = [];
  const checksum = createChecksum(() =>
    fakeWorker((request, report) => {
      requests.push(request);
      if ('isCancelled' in request) report({ id: request.id, error: new DOMException('', 'AbortError') });
      else cancelling.abort(new DOMException('Cancelled.', 'AbortError'));
    }),
  );
  await expect(checksum(new Blob(['x']), { signal: cancelling.signal })).rejects.toThrow('Cancelled.');
  expect(requests.at(-1)).toEqual({ id: 1, isCancelled: true });
});
