import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { RejectionReason } from '@movieflix/contracts';
import { LANGUAGES } from '../app/core/language/languages';
import { en, type Texts } from './en';

/** What is the same word in another language. */
const SAME = new Set([
  ...['Details', 'Film', 'Genre', 'Genres', 'Name', 'OK', 'Uploads'],
  ...[
    'Action',
    'Drama',
    'Fantasy',
    'Film noir',
    'Horror',
    'Musical',
    'Mystery',
    'Sport',
    'Thriller',
    'Western',
  ],
]);
type Text = string | ((...values: unknown[]) => string);

/** All texts of a language by their paths, as `account.signIn.heading`. */
function textsIn(branch: object, path = ''): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const [key, value] of Object.entries(branch)) {
    if (value !== null && typeof value === 'object') {
      for (const [within, text] of textsIn(value, `${path}${key}.`)) found.set(within, text);
    } else found.set(`${path}${key}`, value);
  }
  return found;
}

/** Without those by the API's words, which it says in English itself. */
function ownTexts(texts: Texts): Map<string, Text> {
  const { failures, refusals, ...own } = texts;
  return textsIn(own);
}

/** What a text says, with a number or a word in the place of what it takes; both work as either. */
function said(text: Text, value: unknown): string {
  return typeof text === 'string' ? text : text(...Array.from({ length: text.length }, () => value));
}

const API = fileURLToPath(new URL('../../../api-server/src', import.meta.url));
/** Too many requests have texts of their own, and what breaks in the API tells nothing. */
const WITHOUT_TEXT = ['429', '500'];

/** `new Refusal(404, 'not-found', …`, and lines of the table of codes for what hapi itself refuses. */
const REFUSAL = /(?:Refusal\(\s*|^ {2})(\d{3})(?:,|:)\s*'([a-z-]+)'/gm;
/** `withCode(Joi.string().valid('a', 'b'), 'unsupported-type')`: the first word that its bracket closes after. */
const WITH_CODE = /withCode\(\s*\w+[.(](?:[^']|'[^']*'(?!,?\s*\)))*?'([a-z-]+)',?\s*\)/g;

/** The codes with which the API refuses, as its source has them. */
function codesOfApi(): string[] {
  const source = readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(API, file), 'utf8'))
    .join('\n');
  const refusals = [...source.matchAll(REFUSAL)].filter(([, status]) => !WITHOUT_TEXT.includes(status!));
  return [
    ...refusals.map(([, , code]) => code!),
    ...Array.from(source.matchAll(WITH_CODE), ([, code]) => code!),
    'invalid-input',
  ];
}

/** What the resize function finds, and what the API says where the function itself failed. */
const FAILURES: Readonly<Record<RejectionReason | 'resize-failed', true>> = {
  broken: true,
  empty: true,
  missing: true,
  'not-an-image': true,
  'resize-failed': true,
  'too-many-bytes': true,
  'too-many-pixels': true,
  'unsupported-format': true,
};

const others = Object.entries(LANGUAGES).filter(([code]) => code !== 'en');

describe.each(others)('%s', (_code, language) => {
  test('says all that English says, and nothing else', async () => {
    expect([...ownTexts(await language.load()).keys()].sort()).toEqual([...ownTexts(en).keys()].sort());
  });

  test.each([1, 2, 'x'])('has words where English has them, with %p too', async (value) => {
    for (const text of ownTexts(await language.load()).values()) {
      expect(said(text, value)).toMatch(/\w/);
      expect(said(text, value)).not.toMatch(/#|undefined|\[object/);
    }
  });

  test('leaves nothing in English', async () => {
    const own = ownTexts(await language.load());
    const left = [...ownTexts(en)].filter(([path, text]) => said(text, 2) === said(own.get(path)!, 2));
    expect(left.map(([, text]) => said(text, 2)).filter((text) => !SAME.has(text))).toEqual([]);
  });

  test('has a sentence for every refusal of the API', async () => {
    const { refusals } = await language.load();
    expect(Object.keys(refusals).sort()).toEqual([...new Set(codesOfApi())].sort());
  });

  test('has a sentence for every reason why no picture was made', async () => {
    const { failures } = await language.load();
    expect(Object.keys(failures).sort()).toEqual(Object.keys(FAILURES).sort());
  });
});
