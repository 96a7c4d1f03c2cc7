import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { type FailedAnswer, toApiError } from '../errors/api-error';
import { leaveEndedSession } from '../session/leave-ended-session';
import { SessionStore } from '../session/session-store';
import { takeEarlyAnswer } from './early-answers';
import { jsonRequest } from './json-request';

export type Query = Record<string, string | number | boolean | undefined>;

interface Call {
  query?: Query;
  body?: unknown;
}

/** Speaks JSON with the API in the name of whoever is signed in. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  readonly #apiUrl = inject(RUNTIME_CONFIG).apiUrl;
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);

  /** @param path below the API's address, with a slash at its beginning */
  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.#call<T>('GET', path, { query });
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#call<T>('POST', path, { body });
  }

  async put(path: string): Promise<void> {
    await this.#call('PUT', path, {});
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#call<T>('PATCH', path, { body });
  }

  async delete(path: string, call: Call = {}): Promise<void> {
    await this.#call('DELETE', path, call);
  }

  async #call<T>(method: string, path: string, { query = {}, body }: Call): Promise<T> {
    const token = this.#session.token();
    const url = `${this.#apiUrl}${path}${queryString(query)}`;
    const early = method === 'GET' ? takeEarlyAnswer(url, token) : undefined;
    const answer = await answerOf(early ?? fetch(url, jsonRequest(method, token, body)));
    if (answer.isOk) return answer.body as T;
    // Only where nobody has signed in anew meanwhile.
    if (answer.status === 401 && token !== null && token === this.#session.token()) {
      leaveEndedSession(this.#session, this.#router);
    }
    throw toApiError(answer, navigator.onLine);
  }
}

async function answerOf(asked: Promise<Response>): Promise<FailedAnswer & { isOk: boolean }> {
  try {
    const response = await asked;
    const body = parse(await response.text());
    return {
      isOk: response.ok,
      status: response.status,
      body,
      retryAfter: response.headers.get('retry-after'),
    };
  } catch {
    return { isOk: false, status: 0, body: null, retryAfter: null };
  }
}

/** What stands before the API may answer with something else than JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function queryString(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, `${value}`]))}`;
}
