/** A request in the name of whoever holds the token, with a body in JSON where there is one. */
export function jsonRequest(method: string, token: string | null, body?: unknown): RequestInit {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (body === undefined) return { method, headers };
  headers.set('content-type', 'application/json');
  return { method, headers, body: JSON.stringify(body) };
}
