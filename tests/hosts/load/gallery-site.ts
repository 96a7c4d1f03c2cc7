/** As the global one. */
export type Fetch = (url: string, request?: RequestInit) => Promise<Response>;

/** @throws Error naming the status of an answer that is no success */
export async function succeed(answer: Promise<Response>): Promise<Response> {
  const { ok, status } = await answer;
  if (ok) return answer;
  throw new Error(`${status}: ${(await (await answer).text()).slice(0, 200)}`);
}

/** What is read of the API's answers. */
export interface Image {
  id: string;
  status: string;
  filename: string;
  thumbnails: { url: string }[];
}

export interface Asked {
  image: Image;
  upload: { method: string; url: string; headers: Record<string, string> };
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

export async function signUpAt(site: string, fetch: Fetch): Promise<Member> {
  const call = (token?: string) => (method: string, path: string, body?: object) => {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return succeed(fetch(`${site}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
  };
  const email = `${crypto.randomUUID()}@example.org`;
  const person = { email, password: 'a long enough password', displayName: 'Ada' };
  const { token } = await contentOf<{ token: string }>(call()('POST', '/api/users', person));
  return { call: call(token) };
}
