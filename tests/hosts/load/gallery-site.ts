/** A reader who waits longer has gone. */
const PATIENCE_MS = 30_000;

/** @throws Error naming the status of an answer that is no success */
export async function send(url: string, request: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.ok) return answer;
  const said = (await answer.text()).slice(0, 200);
  throw new Error(`${answer.status}: ${said}`);
}

/** What is in an answer. */
export async function contentOf<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

/** What a failed request says of itself; fetch hides the reason behind its own error. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/** A gallery's API as one member uses it. */
export interface Member {
  /** @returns the answer, or that of the address it points to */
  call(method: string, path: string, body?: object): Promise<Response>;
}

export async function signUpAt(site: string): Promise<Member> {
  const call = (token?: string) => (method: string, path: string, body?: object) => {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return send(`${site}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  };
  const email = `${crypto.randomUUID()}@example.org`;
  const person = { email, password: 'a long enough password', displayName: 'Ada' };
  const { token } = await contentOf<{ token: string }>(call()('POST', '/api/users', person));
  return { call: call(token) };
}
