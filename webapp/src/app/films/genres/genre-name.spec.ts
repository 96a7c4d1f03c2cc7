import { afterEach, expect, test } from '@jest/globals';
import { de } from '../../../texts/de';
import { en } from '../../../texts/en';
import { speak } from '../../core/language/texts';
import { genreCalled, genreName } from './genre-name';

afterEach(() => speak('en', en));

test('a well-known genre is called as the language that is spoken calls it, any other as it is', () => {
  const names = ['Comedy', 'Science fiction', 'Heimat', 'constructor'];
  expect(names.map(genreName)).toEqual(names);
  speak('de', de);
  expect(names.map(genreName)).toEqual(['Komödie', 'Science-Fiction', 'Heimat', 'constructor']);
});

test('a genre is found by what it is called, however that is written', () => {
  speak('de', de);
  expect(['komödie', 'Science-Fiction', 'Heimat', 'Comedy'].map(genreCalled)).toEqual([
    'Comedy',
    'Science fiction',
    'Heimat',
    'Comedy',
  ]);
});
