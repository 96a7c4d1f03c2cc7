import type { SessionAnswer } from '../api/api-types';

export const STORAGE_KEY = 'movieflix.session';

/**
 * The stored session, or null where there is none, it is over or it cannot be read.
 *
 * @param nowMs milliseconds since 1970
 */
export function readSession(storage: Storage, nowMs: number): SessionAnswer | null {
  const stored = storage.getItem(STORAGE_KEY);
  if (stored === null) return null;
  try {
    const session = JSON.parse(stored) as Partial<SessionAnswer>;
    const isComplete = typeof session.token === 'string' && session.user !== undefined;
    return isComplete && Date.parse(session.expiresAt ?? '') > nowMs ? (session as SessionAnswer) : null;
  } catch {
    return null;
  }
}

export function writeSession(storage: Storage, session: SessionAnswer | null): void {
  if (session === null) storage.removeItem(STORAGE_KEY);
  else storage.setItem(STORAGE_KEY, JSON.stringify(session));
}
