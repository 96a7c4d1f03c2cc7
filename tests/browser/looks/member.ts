import type { APIRequestContext, Page } from 'playwright-core';

export interface Account {
  email: string;
  password: string;
  displayName: string;
}

/** Somebody who is signed in, for whom the API can be asked. */
export interface Member {
  /** As the web app keeps it. */
  session: object;
  call<Answer>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    data?: object,
  ): Promise<Answer>;
}

export async function signUpOverApi(request: APIRequestContext, account: Account): Promise<Member> {
  return begin(request, '/api/users', account);
}

export async function signInOverApi(
  request: APIRequestContext,
  { email, password }: Pick<Account, 'email' | 'password'>,
): Promise<Member> {
  return begin(request, '/api/sessions', { email, password });
}

/** Has every page of the context begin signed in. */
export async function enterAs(page: Page, { session }: Member): Promise<void> {
  await page.addInitScript(
    (kept) => localStorage.setItem('movieflix.session', kept),
    JSON.stringify(session),
  );
}

async function begin(request: APIRequestContext, path: string, data: object): Promise<Member> {
  const answer = await request.post(path, { data });
  if (!answer.ok()) throw new Error(`expected a session from ${path}: ${await answer.text()}`);
  const session = (await answer.json()) as { token: string };
  const headers = { authorization: `Bearer ${session.token}` };
  return {
    session,
    async call<Answer>(method: string, address: string, body?: object): Promise<Answer> {
      const answered = await request.fetch(address, { method, headers, ...(body && { data: body }) });
      if (!answered.ok()) throw new Error(`${method} ${address}: ${await answered.text()}`);
      return (answered.status() === 204 ? undefined : await answered.json()) as Answer;
    },
  };
}
