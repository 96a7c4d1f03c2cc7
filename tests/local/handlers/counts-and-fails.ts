import { appendFileSync, readFileSync } from 'node:fs';

/** Fails the first `FAILURES` times, which it counts in `COUNT_FILE`. */
export async function handler() {
  const { COUNT_FILE = '', FAILURES } = process.env;
  appendFileSync(COUNT_FILE, '.');
  const attempt = readFileSync(COUNT_FILE, 'utf8').length;
  if (attempt <= Number(FAILURES)) throw new TypeError(`attempt ${attempt} failed`);
  return { attempt };
}
