import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { isPlayable, needsOriginal, playsByItself, slideOf } from './slide';

const thumbnails = [
  { width: 320, height: 213, url: '/small' },
  { width: 2048, height: 1365, url: '/large' },
];
const image = testImage(1, { thumbnails });

test('a slide has the original’s size and the renditions’ bytes', () => {
  expect(slideOf(image)).toMatchObject({
    width: 3000,
    height: 2000,
    msrc: '/small',
    src: '/large',
    srcset: '/small 320w, /large 2048w',
  });
});

test('who cannot see it hears its description, without one its title, or its file’s name', () => {
  const described = { ...image, title: 'Harbour', description: 'Two boats at dusk' };
  expect(slideOf(described).alt).toBe('Two boats at dusk');
  expect(slideOf({ ...described, description: '' }).alt).toBe('Harbour');
  expect(slideOf({ ...described, description: '', title: '' }).alt).toBe(image.filename);
});

test('the original is wanted only beyond the largest rendition', () => {
  expect(needsOriginal(image, 2000)).toBe(false);
  expect(needsOriginal(image, 2500)).toBe(true);
});

test('an original that moves plays by itself where that is neither unwanted nor a long download', () => {
  const moving = { ...image, isAnimated: true, contentType: 'image/gif', bytes: 10_000_000 };
  expect([isPlayable(moving), playsByItself(moving, false)]).toEqual([true, true]);
  expect(playsByItself(moving, true)).toBe(false);
  expect(playsByItself({ ...moving, bytes: 10_000_001 }, false)).toBe(false);
  expect(isPlayable(image)).toBe(false);
});

test('an original that browsers cannot show is not wanted', () => {
  expect(needsOriginal({ ...image, contentType: 'image/heic' }, 2500)).toBe(false);
});
