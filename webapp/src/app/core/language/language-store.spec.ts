import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { de } from '../../../texts/de';
import { en, type Texts } from '../../../texts/en';
import { languageOf, storedChoice } from './language-choice';
import { LanguageStore } from './language-store';
import { LANGUAGES } from './languages';
import { speakLanguage } from './speak-language';
import { locale, speak, texts } from './texts';

let wanted: string[];

beforeEach(() => {
  wanted = ['en-GB'];
  jest.spyOn(navigator, 'languages', 'get').mockImplementation(() => wanted);
});

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
  speak('en', en);
});

/** The store of a page that was loaded just now. */
async function started(): Promise<LanguageStore> {
  TestBed.resetTestingModule();
  speak('en', en);
  const store = TestBed.inject(LanguageStore);
  await speakLanguage(languageOf(storedChoice()));
  TestBed.tick();
  return store;
}

test('the browser’s preferences decide until the visitor does', async () => {
  wanted = ['de-CH', 'en'];
  const store = await started();
  expect(store.choice()).toBe('system');
  expect(texts()).toBe(de);
  expect(document.documentElement.lang).toBe('de');
  await store.choose('en');
  TestBed.tick();
  expect(texts()).toBe(en);
  expect(document.documentElement.lang).toBe('en');
});

test('a choice survives a reload, and can be left to the system again', async () => {
  await (await started()).choose('de');
  const reloaded = await started();
  expect(reloaded.choice()).toBe('de');
  expect(locale()).toBe('de');
  await reloaded.choose('system');
  expect(locale()).toBe('en');
  expect((await started()).choice()).toBe('system');
});

test('a stored language that the app does not speak is as none', async () => {
  localStorage.setItem('movieflix.language', 'tlh');
  wanted = ['de'];
  expect((await started()).choice()).toBe('system');
  expect(locale()).toBe('de');
});

test('where the texts do not come, the app goes on in its language', async () => {
  const store = await started();
  jest.spyOn(LANGUAGES.de, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await store.choose('de')).toBe(false);
  expect(texts()).toBe(en);
  expect(locale()).toBe('en');
});

test('of two choices in a row the last one is spoken, whichever comes first', async () => {
  const store = await started();
  const { promise, resolve } = Promise.withResolvers<Texts>();
  jest.spyOn(LANGUAGES.de, 'load').mockReturnValue(promise);
  const first = store.choose('de');
  await store.choose('en');
  resolve(de);
  await first;
  expect(locale()).toBe('en');
});
