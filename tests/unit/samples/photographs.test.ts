import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { changeImageSchema } from '@movieflix/api-server/images/image.schema.ts';
import photographs from '@movieflix/api-server/samples/photographs.json' with { type: 'json' };
import { askForUploadSchema } from '@movieflix/api-server/uploads/upload.schema.ts';
import sharp from 'sharp';
import { CHECKOUT } from '../../runner/run-program.ts';

const FOLDER = path.join(CHECKOUT, 'api-server/src/samples/photographs');
const MEBIBYTE = 1024 ** 2;

test.each(photographs)(
  '$filename is a picture as the API takes them, with a title and words of its own',
  async (photograph) => {
    const { filename, ...about } = photograph;
    const file = path.join(FOLDER, filename);
    const ask = { filename, contentType: 'image/jpeg', bytes: statSync(file).size, sha256: 'a'.repeat(64) };
    expect(askForUploadSchema.validate(ask).error).toBeUndefined();
    expect(changeImageSchema.validate(about, { convert: false }).error).toBeUndefined();
    expect(about.title.length).toBeGreaterThan(5);
    expect(await sharp(file).metadata()).toMatchObject({ format: 'jpeg', width: 3840 });
  },
);

test('every file of the folder is one of them, and their licence is told', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
  expect(files.sort()).toEqual(photographs.map(({ filename }) => filename).sort());
  expect(readFileSync(path.join(FOLDER, 'README.md'), 'utf8')).toContain('CC0-1.0');
});

test('together they are no burden for who clones the repository', () => {
  const bytes = photographs.map(({ filename }) => statSync(path.join(FOLDER, filename)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(6 * MEBIBYTE);
});
