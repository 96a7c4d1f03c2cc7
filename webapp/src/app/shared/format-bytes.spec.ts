import { expect, test } from '@jest/globals';
import { formatBytes } from './format-bytes';

test('bytes are written with the unit that fits', () => {
  const written = [0, 1, 999, 1000, 1_250_000, 9_960_000, 999_600_000, 107_374_182_400].map(formatBytes);
  expect(written).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '1.3 MB',
    '10 MB',
    '1.0 GB',
    '107 GB',
  ]);
});
