import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { ImagesApi } from '../../core/api/images-api';
import { UploadsApi } from '../../core/api/uploads-api';
import { ApiError } from '../../core/errors/api-error';
import { HttpUploadTransport } from './http-upload-transport';

const ASK = { filename: 'sea.jpg', contentType: 'image/jpeg', bytes: 3, sha256: 'abc' };

let answer: PromiseWithResolvers<object>;
let givenUp: string[];
let transport: HttpUploadTransport;
beforeEach(() => {
  answer = Promise.withResolvers();
  givenUp = [];
  const api = {
    ask: () => answer.promise,
    giveUp: async (id: string) => void givenUp.push(id),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: UploadsApi, useValue: api },
      { provide: ImagesApi, useValue: {} },
    ],
  });
  transport = TestBed.inject(HttpUploadTransport);
});

test('a refusal of the API is a fault', async () => {
  answer.reject(new ApiError('Your gallery is full.', 400, 'quota-exceeded'));
  await expect(transport.ask(ASK, new AbortController().signal)).rejects.toMatchObject({
    kind: 'refused',
    message: 'Your gallery is full.',
  });
});

test('an upload that is cancelled while it is asked for is given up once its id is known', async () => {
  const cancelling = new AbortController();
  const asked = transport.ask(ASK, cancelling.signal);
  cancelling.abort(new DOMException('Cancelled.', 'AbortError'));
  await expect(asked).rejects.toThrow('Cancelled.');
  answer.resolve({ image: { id: 'image-1' }, upload: {} });
  await answer.promise;
  await Promise.resolve();
  expect(givenUp).toEqual(['image-1']);
});

test('an image that was there before is never given up', async () => {
  const cancelling = new AbortController();
  const asked = transport.ask(ASK, cancelling.signal);
  cancelling.abort(new DOMException('Cancelled.', 'AbortError'));
  await expect(asked).rejects.toThrow('Cancelled.');
  answer.resolve({ image: { id: 'image-1' }, duplicate: true });
  await answer.promise;
  await Promise.resolve();
  expect(givenUp).toEqual([]);
});
