import { displayUser } from '../users/user.display.ts';
import type { User } from '../users/user.repository.ts';
import type { OpenedSession } from './session.service.ts';

export function displaySession(session: OpenedSession, user: User, maxBytes: number) {
  return {
    token: session.token,
    expiresAt: session.expiresAt.toISOString(),
    user: displayUser(user, maxBytes),
  };
}
