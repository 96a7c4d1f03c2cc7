import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Subject } from 'rxjs';
import type { Image } from '../../core/api/api-types';
import type { ImageChange } from '../../core/events/image-change';
import { UploadFault } from '../transfer/upload-fault';
import { ImageWatch } from './image-watch';

const image = (id: string, status: Image['status']) => ({ id, status }) as Image;

let changes: Subject<ImageChange>;
let reconnections: Subject<void>;
let answers: Map<string, Image>;
let told: [string, Image['status'] | undefined][];
let watch: ImageWatch;
beforeEach(() => {
  jest.useFakeTimers();
  changes = new Subject();
  reconnections = new Subject();
  answers = new Map();
  told = [];
  const ask = async (imageId: string) => {
    const answer = answers.get(imageId);
    if (!answer) throw new UploadFault('gone', 'There is no such image.');
    return answer;
  };
  watch = new ImageWatch({ changes, reconnections }, { image: ask }, (id, image) =>
    told.push([id, image?.status]),
  );
});
afterEach(() => {
  jest.useRealTimers();
});

test('an image that becomes ready is told to every entry that follows it, once', () => {
  watch.follow('a', 'image-1');
  watch.follow('b', 'image-1');
  watch.follow('c', 'image-2');
  changes.next({ type: 'image.ready', image: image('image-1', 'ready') });
  changes.next({ type: 'image.changed', image: image('image-1', 'ready') });
  expect(told).toEqual([
    ['a', 'ready'],
    ['b', 'ready'],
  ]);
});

test('what was missed with the connection is asked for after it', async () => {
  watch.follow('a', 'image-1');
  answers.set('image-1', image('image-1', 'failed'));
  reconnections.next();
  await jest.advanceTimersByTimeAsync(0);
  expect(told).toEqual([['a', 'failed']]);
});

test('without events, images are asked for now and then until they are ready', async () => {
  watch.follow('a', 'image-1');
  answers.set('image-1', image('image-1', 'pending'));
  await jest.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([]);
  answers.set('image-1', image('image-1', 'ready'));
  await jest.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([['a', 'ready']]);
  expect(jest.getTimerCount()).toBe(0);
});

test('an image that is gone is told as nothing', async () => {
  watch.follow('a', 'image-1');
  await watch.check('image-1');
  expect(told).toEqual([['a', undefined]]);
});

test('an entry that left is told nothing', () => {
  watch.follow('a', 'image-1');
  watch.leave('a');
  changes.next({ type: 'image.ready', image: image('image-1', 'ready') });
  expect(told).toEqual([]);
});
