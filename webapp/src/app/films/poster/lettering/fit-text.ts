import type { Measure } from './letter-widths';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FittedText {
  lines: string[];
  /** Type size, in the box's units. */
  size: number;
}

/** Below this a word is rather broken than set smaller. */
const LEAST_COMFORTABLE = 15;
/** From one baseline to the next, in type sizes. */
export const LINE_HEIGHT = 1.02;

/** Breaks a text into the lines that fill a box with the largest type, at most `largest`. It always fits. */
export function fitText(text: string, box: Box, largest: number, measure: Measure): FittedText {
  const words = text.trim().split(/\s+/);
  const fitted = fitWords(words, box, largest, measure);
  const longest = box.width / LEAST_COMFORTABLE;
  if (fitted.size >= LEAST_COMFORTABLE || words.every((word) => measure(word) <= longest)) return fitted;
  const pieces = words.flatMap((word) => breakWord(word, longest, measure));
  return fitWords(pieces, box, largest, measure);
}

function fitWords(words: readonly string[], box: Box, largest: number, measure: Measure): FittedText {
  let best: FittedText = { lines: [], size: 0 };
  let limit = Math.max(...words.map(measure));
  // From many short lines to one long one, until their length alone makes them smaller than the best.
  while (box.width / limit > best.size) {
    const { lines, widest, nextLimit } = breakLines(words, limit, measure);
    const size = Math.min(largest, box.width / widest, box.height / (lines.length * LINE_HEIGHT));
    if (size > best.size) best = { lines, size };
    limit = nextLimit;
  }
  return best;
}

/** Sets as many words to a line as fit. `nextLimit` is the least width that breaks otherwise, or Infinity. */
function breakLines(words: readonly string[], limit: number, measure: Measure) {
  const lines: string[] = [];
  let nextLimit = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    const width = measure(joined);
    if (last !== undefined && width <= limit) {
      lines[lines.length - 1] = joined;
    } else {
      if (last !== undefined) nextLimit = Math.min(nextLimit, width);
      lines.push(word);
    }
  }
  return { lines, widest: Math.max(...lines.map(measure)), nextLimit };
}

/** A word in pieces of about one length, none wider than `longest`, each but the last with a hyphen. */
function breakWord(word: string, longest: number, measure: Measure): string[] {
  const count = Math.ceil(measure(word) / (longest - measure('-') - measure('m')));
  if (measure(word) <= longest) return [word];
  const letters = [...word];
  const length = Math.ceil(letters.length / count);
  const pieces: string[] = [];
  for (let start = 0; start < letters.length; start += length) {
    const piece = letters.slice(start, start + length).join('');
    pieces.push(start + length < letters.length ? `${piece}-` : piece);
  }
  return pieces;
}
