import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../fixtures/photos');

/** A real photograph of tests/fixtures/photos, whose README tells what each is. */
export function photo(name: string): Promise<Buffer> {
  return readFile(join(FOLDER, name));
}
