import { RefusedRequest, retryAfterSecondsOf, Unreachable } from './faults.ts';
import { withRetries } from './retry.ts';

/** A gallery and who speaks to it. */
export interface Gallery {
  url: URL;
  token?: string;
  /** Aborted when the person wants to stop. */
  signal: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * One request to the gallery's API, tried again where it may help.
 *
 * @param path relative to the gallery, such as `api/images`
 * @returns the JSON of the answer, `undefined` where it has no body
 * @throws RefusedRequest, Unreachable
 */
export function callGallery<Answer>(
  gallery: Gallery,
  method: Method,
  path: string,
  body?: object,
): Promise<Answer> {
  return withRetries(gallery.signal, () => callGalleryOnce<Answer>(gallery, method, path, body));
}

/** The same without trying again, for use within an attempt of `withRetries`. */
export async function callGalleryOnce<Answer>(
  { url, token, signal }: Gallery,
  method: Method,
  path: string,
  body?: object,
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const request: RequestInit = { method, headers, signal };
  if (body !== undefined) request.body = JSON.stringify(body);
  const { answer, text } = await send(new URL(path, url), request);
  const json = parseJson(text);
  if (!answer.ok)
    throw new RefusedRequest(answer.status, messageOf(json, answer), retryAfterSecondsOf(answer));
  if (text !== '' && json === undefined) {
    throw new RefusedRequest(
      answer.status,
      `Expected a gallery at ${url.origin}, but what answers there is none.`,
    );
  }
  return json as Answer;
}

/** @throws Unreachable where no whole answer comes */
export async function send(url: URL, request: RequestInit): Promise<{ answer: Response; text: string }> {
  try {
    const answer = await fetch(url, request);
    return { answer, text: await answer.text() };
  } catch (error) {
    request.signal?.throwIfAborted();
    throw new Unreachable(`${url.origin} cannot be reached (${reasonOf(error)}).`, { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(json: unknown, answer: Response): string {
  const isError = typeof json === 'object' && json !== null && 'message' in json;
  return isError ? String(json.message) : `The gallery answered with ${answer.status} ${answer.statusText}.`;
}

/** fetch itself only says that it failed; its cause says why, and may have no words but a code. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  const { message: reason, code } = (cause ?? {}) as NodeJS.ErrnoException;
  return reason || code || message;
}
