import { beforeEach, expect, test } from '@jest/globals';
import { fakeChecksum } from './testing/fake-checksum';
import { FakeGallery } from './testing/fake-gallery';
import { openTerms } from './testing/open-terms';
import { UploadFault } from './upload-fault';
import { type UploadJob, uploadFile } from './upload-file';

const SMALL = 'twelve bytes';
const LARGE = 'a'.repeat(10) + 'b'.repeat(10) + 'c'.repeat(10) + 'd'.repeat(10) + 'e'.repeat(5);

let gallery: FakeGallery;
beforeEach(() => {
  gallery = new FakeGallery();
});

function jobOf(content: string, change: Partial<UploadJob> = {}): UploadJob {
  const file = new File([content], 'sea.jpg', { type: 'image/jpeg' });
  return {
    file,
    ask: { filename: file.name, contentType: file.type, bytes: file.size, sha256: content },
    transport: gallery,
    checksum: (blob, signal) => fakeChecksum(blob, { signal }),
    terms: openTerms(),
    onAsked: () => undefined,
    onProgress: () => undefined,
    ...change,
  };
}

const puts = () => gallery.requests.filter((request) => request.startsWith('put'));

test('a small file is asked for and put in one piece', async () => {
  const outcome = await uploadFile(jobOf(SMALL));
  expect(outcome).toMatchObject({ image: { id: 'image-1' }, isDuplicate: false });
  expect(gallery.requests).toEqual(['ask for sea.jpg', 'put whole of image-1']);
});

test('bytes that the member has already are not sent', async () => {
  await uploadFile(jobOf(SMALL));
  gallery.finish('image-1');
  gallery.requests.length = 0;
  expect(await uploadFile(jobOf(SMALL))).toMatchObject({ image: { id: 'image-1' }, isDuplicate: true });
  expect(gallery.requests).toEqual(['ask for sea.jpg']);
});

test('a put that the storage answers with 412 has arrived', async () => {
  gallery.fault = (request) =>
    request.startsWith('put') ? new UploadFault('arrived', 'It is there already.') : undefined;
  expect(await uploadFile(jobOf(SMALL))).toMatchObject({ image: { id: 'image-1' }, isDuplicate: false });
});

test('an address that expired is asked for again', async () => {
  let expired = 2;
  gallery.fault = (request) => {
    if (!request.startsWith('put') || expired === 0) return undefined;
    expired -= 1;
    return new UploadFault('expired', 'The address is over.');
  };
  await uploadFile(jobOf(SMALL));
  expect(gallery.requests.filter((request) => request.startsWith('ask'))).toHaveLength(3);
});

test('an address that is over every time is an error and no endless loop', async () => {
  gallery.fault = (request) =>
    request.startsWith('put') ? new UploadFault('expired', 'The address is over.') : undefined;
  await expect(uploadFile(jobOf(SMALL))).rejects.toThrow('The address is over. Asking 5 times did not help.');
});

test('a large file goes in parts, at most three at the same time, and is completed once', async () => {
  const threeRunning = Promise.withResolvers<void>();
  gallery.beforePut = () => {
    if (gallery.putsRunning === 3) threeRunning.resolve();
    return threeRunning.promise;
  };
  await uploadFile(jobOf(LARGE));
  expect(puts()).toHaveLength(5);
  expect(gallery.mostPutsRunning).toBe(3);
  expect(gallery.requests.at(-1)).toBe('complete image-1');
});

test('parts that arrived before are not sent again, and count as sent', async () => {
  await gallery.ask(jobOf(LARGE).ask);
  gallery.uploads.get('image-1')?.parts.set(1, 10).set(3, 10).set(5, 2);
  const progress: number[] = [];
  await uploadFile(jobOf(LARGE, { onProgress: (sent) => progress.push(sent) }));
  expect(puts()).toEqual(['put 2 of image-1', 'put 4 of image-1', 'put 5 of image-1']);
  expect(Math.min(...progress)).toBeGreaterThanOrEqual(20);
  expect(progress.at(-1)).toBe(LARGE.length);
});

test('a part that fails once is signed and sent again, the others are not', async () => {
  let hasFailed = false;
  gallery.fault = (request) => {
    if (request !== 'put 2 of image-1' || hasFailed) return undefined;
    hasFailed = true;
    return new UploadFault('connection', 'The connection broke off.');
  };
  await uploadFile(jobOf(LARGE));
  expect(puts().filter((request) => request === 'put 2 of image-1')).toHaveLength(2);
  expect(puts()).toHaveLength(6);
});

test('an upload in parts that is gone is asked for again', async () => {
  let gone = true;
  gallery.fault = (request) => {
    if (request !== 'complete image-1' || !gone) return undefined;
    gone = false;
    return new UploadFault('gone', 'There is no such upload.');
  };
  await uploadFile(jobOf(LARGE));
  expect(gallery.requests.filter((request) => request.startsWith('ask'))).toHaveLength(2);
  expect(puts()).toHaveLength(5);
});

test('a part that is refused stops the other parts', async () => {
  gallery.fault = (request) =>
    request === 'put 1 of image-1' ? new UploadFault('refused', 'Expected other bytes.') : undefined;
  await expect(uploadFile(jobOf(LARGE))).rejects.toThrow('Expected other bytes.');
  expect(gallery.putsRunning).toBe(0);
  expect(gallery.requests).not.toContain('complete image-1');
});

test('cancelling stops what is on its way', async () => {
  const cancelling = new AbortController();
  gallery.beforePut = async () => cancelling.abort(new DOMException('Cancelled.', 'AbortError'));
  await expect(uploadFile(jobOf(LARGE, { terms: openTerms(cancelling.signal) }))).rejects.toThrow(
    'Cancelled.',
  );
  expect(gallery.requests).not.toContain('complete image-1');
});
