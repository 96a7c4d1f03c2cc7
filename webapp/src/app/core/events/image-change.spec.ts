import { expect, test } from '@jest/globals';
import { testImage } from '../api/testing/image';
import { parseImageChange } from './image-change';

test('a ready image comes with all its facts', () => {
  const image = testImage(1);
  expect(parseImageChange('image.ready', JSON.stringify({ image }))).toEqual({ type: 'image.ready', image });
});

test('a removed image comes with its id alone', () => {
  const change = parseImageChange('image.removed', '{"imageId":"a"}');
  expect(change).toEqual({ type: 'image.removed', imageId: 'a' });
});

test('an event of a later version is passed over', () => {
  expect(parseImageChange('album.changed', '{}')).toBeNull();
  expect(parseImageChange(undefined, 'hello')).toBeNull();
});
