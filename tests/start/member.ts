const MEMBER = { email: 'ada@example.org', password: 'a long enough password' };

/** Returns the HTTP status. */
export function signUp(url: string): Promise<number> {
  return post(`${url}/api/users`, { ...MEMBER, displayName: 'Ada' });
}

/** Returns the HTTP status. */
export function signIn(url: string): Promise<number> {
  return post(`${url}/api/sessions`, MEMBER);
}

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return answer.status;
}
