import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { picturesShown } from './pictures-shown';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** An element with a picture for each way in which one may come. */
function elementWith(decodings: readonly Promise<void>[]): Element {
  const element = document.createElement('div');
  for (const decoding of decodings) {
    const picture = document.createElement('img');
    picture.decode = () => decoding;
    element.append(picture);
  }
  return element;
}

/** Whether it is waited for no longer, after some milliseconds. */
async function isOverAfter(ms: number, element: Element): Promise<boolean> {
  let isOver = false;
  void picturesShown(element).then(() => {
    isOver = true;
  });
  await jest.advanceTimersByTimeAsync(ms);
  return isOver;
}

test('pictures that came or failed are waited for no longer', async () => {
  const decodings = [Promise.resolve(), Promise.reject(new DOMException('broken', 'EncodingError'))];
  expect(await isOverAfter(0, elementWith(decodings))).toBe(true);
  expect(await isOverAfter(0, elementWith([]))).toBe(true);
});

test('a picture that does not come is waited for, but not for ever', async () => {
  const never = new Promise<void>(() => undefined);
  expect(await isOverAfter(1_900, elementWith([Promise.resolve(), never]))).toBe(false);
  expect(await isOverAfter(2_000, elementWith([Promise.resolve(), never]))).toBe(true);
});
