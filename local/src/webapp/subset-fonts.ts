import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;
const FILE = /url\("?([^")]+\.woff2)"?\)/;
const WEIGHTS = /font-weight:\s*(\d+) (\d+)/;
const CHARACTERS = /unicode-range:\s*([^;}]+)/;
/** Pairs of letters and figures of one width. All others together are a fifth of the sans, and no page asks for them. */
const FEATURES = ['kern', 'liga', 'rvrn', 'tnum'];

/**
 * Leaves of the fonts that a built page's styles name the characters and weights that they declare, and the features that
 * the app uses. All else would be something that everybody waits for.
 */
export async function subsetFonts(folder: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  let html = readFileSync(page, 'utf8');
  const whole = new Set<string>();
  for (const [face] of html.matchAll(FONT_FACE)) {
    const name = found(FILE, face);
    const file = path.join(folder, name);
    // Its types do not know keepFeatures yet, which is why this stands alone.
    const options = { targetFormat: 'woff2', keepFeatures: FEATURES, ...weightsOf(face) } as const;
    const subset = await subsetFont(readFileSync(file), charactersOf(found(CHARACTERS, face)), options);
    // Files are kept for ever under their names, so another content needs another one.
    const hash = createHash('sha256').update(subset).digest('hex').slice(0, 8);
    const subsetName = name.replace(/[^-]+\.woff2$/, `${hash}.woff2`);
    writeFileSync(path.join(folder, subsetName), subset);
    html = html.replace(face, face.replaceAll(name, subsetName));
    whole.add(file);
  }
  for (const file of whole) rmSync(file);
  writeFileSync(page, html);
}

/** @throws where a face does not say it */
function found(pattern: RegExp, face: string): string {
  const value = pattern.exec(face)?.[1];
  if (value === undefined) throw new Error(`Expected ${pattern} in the styles' ${face}`);
  return value;
}

/** The range of a variable font's weights; others have one, which is drawn in. */
function weightsOf(face: string) {
  const [, min, max] = WEIGHTS.exec(face) ?? [];
  return min && max ? { variationAxes: { wght: { min: Number(min), max: Number(max) } } } : {};
}

/** All of a `unicode-range`, such as `U+0-FF, U+131`. */
function charactersOf(ranges: string): string {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}
