import { expect, test } from '@jest/globals';
import { readCommandLine, UsageError } from '@movieflix/importer/command-line.ts';

test('a folder is meant from where the command was called', () => {
  expect(readCommandLine(['photos'], '/home/ann')).toMatchObject({ folder: '/home/ann/photos' });
  expect(readCommandLine(['/mnt/photos'], '/home/ann')).toMatchObject({ folder: '/mnt/photos' });
});

test.each([
  [[], 'http://localhost:3000/'],
  [['--url', 'https://gallery.example'], 'https://gallery.example/'],
  [['--url=https://example.org/gallery'], 'https://example.org/gallery/'],
])('%p brings into %s', (options, url) => {
  expect(readCommandLine(['photos', ...options], '/')?.url.href).toBe(url);
});

test.each([['--help'], ['-h']])('%s asks for help', (option) => {
  expect(readCommandLine([option], '/')).toBeUndefined();
});

test.each([
  [[], 'Expected a folder'],
  [['one', 'two'], 'Expected one folder but 2 came: one, two'],
  [['photos', '--url', 'gallery.example'], 'Expected --url to be an address'],
  [['photos', '--url', 'ftp://gallery.example'], 'Expected --url to be an address'],
  [['photos', '--fast'], '--fast'],
])('%p is refused with a sentence', (words, message) => {
  expect(() => readCommandLine(words, '/')).toThrow(UsageError);
  expect(() => readCommandLine(words, '/')).toThrow(message);
});
