import { expect, test } from '@jest/globals';
import { exifLine } from './exif-line';
import { formatTakenAt } from './taken-at';

test('camera, lens and exposure read as a photographer would write them', () => {
  const exif = {
    cameraMake: 'FUJIFILM',
    cameraModel: 'X-T4',
    lensModel: 'XF35mmF1.4 R',
    focalLengthMm: 35,
    fNumber: 1.4,
    exposureSeconds: 0.004,
    iso: 400,
  };
  expect(exifLine(exif)).toBe('FUJIFILM X-T4 · XF35mmF1.4 R · 35 mm · f/1.4 · 1/250 s · ISO 400');
});

test('a maker that its model repeats is named once', () => {
  expect(exifLine({ cameraMake: 'NIKON CORPORATION', cameraModel: 'NIKON D750' })).toBe('NIKON D750');
});

test('long exposures are written in seconds', () => {
  expect(exifLine({ exposureSeconds: 2.5 })).toBe('2.5 s');
  expect(exifLine({ exposureSeconds: 0.5 })).toBe('1/2 s');
});

test('nothing known makes an empty line', () => {
  expect(exifLine(null)).toBe('');
  expect(exifLine({})).toBe('');
});

test('the time of a photograph is the one on the camera’s clock', () => {
  expect(formatTakenAt('2024-06-01T20:15:00+09:00')).toBe('June 1, 2024 at 8:15 PM');
  expect(formatTakenAt('2024-06-01T20:15:00')).toBe('June 1, 2024 at 8:15 PM');
});
