import { readSession } from '../session/stored-session';
import { jsonRequest } from './json-request';

/** A page that has not asked by then shows something else, or will want something newer. */
const KEPT_MS = 10_000;

const answers = new Map<string, Promise<Response>>();

/** Asks for what a page will ask for, before there is an app to do so. It then takes the answer, once. */
export function askEarly(url: string): Promise<Response> {
  const token = readSession(localStorage, Date.now())?.token ?? null;
  const answer = fetch(url, jsonRequest('GET', token));
  // Whoever takes it hears why it did not come.
  answer.catch(() => undefined);
  const key = keyOf(url, token);
  answers.set(key, answer);
  setTimeout(() => answers.delete(key), KEPT_MS);
  return answer;
}

/** The answer to what was asked for early in the name of the same member, or undefined. */
export function takeEarlyAnswer(url: string, token: string | null): Promise<Response> | undefined {
  const key = keyOf(url, token);
  const answer = answers.get(key);
  answers.delete(key);
  return answer;
}

function keyOf(url: string, token: string | null): string {
  return `${token} ${url}`;
}
