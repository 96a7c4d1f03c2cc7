import { unauthorized } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import type { Database } from '../database/database.ts';
import { Refusal } from '../errors/refusal.ts';
import { findMemberByToken } from './session.repository.ts';
import { hashToken, tokenOf } from './token.ts';

/** Who is signed in, on which session. */
export interface Member {
  id: string;
  /** Runs the gallery. */
  isAdmin: boolean;
  sessionId: string;
  expiresAt: Date;
}

/** A member, or a visitor who is not signed in. */
export type Viewer = Member | undefined;

/** What handlers of every kind of route have in common. */
export interface Authenticated {
  auth: { isAuthenticated: boolean; credentials: { user?: Member | undefined } };
}

declare module '@hapi/hapi' {
  interface UserCredentials extends Member {}
}

/** Every route wants a bearer token unless it says otherwise (`auth: false`, or `{ mode: 'optional' }`). */
export function authenticateByBearer(server: Server, db: Database): void {
  server.auth.scheme('bearer', () => ({
    authenticate: async (request, h) => {
      const { authorization } = request.raw.req.headers;
      // Without a message this counts as "no credentials given", which optional routes allow.
      if (authorization === undefined) throw unauthorized(null, 'Bearer');
      const token = tokenOf(authorization);
      const member = token && (await findMemberByToken(db, hashToken(token), new Date()));
      if (!member) throw signInAgain();
      return h.authenticated({ credentials: { user: member } });
    },
  }));
  server.auth.strategy('bearer', 'bearer');
  server.auth.default('bearer');
}

/** Only for routes that want a token; others have no member to speak of. */
export function memberOf(request: Authenticated): Member {
  const viewer = viewerOf(request);
  if (viewer === undefined) throw new Refusal(401, 'sign-in-needed', 'This needs you to sign in.');
  return viewer;
}

/**
 * The one who may change what belongs to all, such as the catalogue.
 *
 * @throws Refusal 403 for every other member: they see it, so 404 would be a lie
 */
export function adminOf(request: Authenticated): Member {
  const member = memberOf(request);
  if (member.isAdmin) return member;
  throw new Refusal(
    403,
    'admins-only',
    'Expected an administrator of this gallery, but you are a member without that right.',
  );
}

export function viewerOf(request: Authenticated): Viewer {
  return request.auth.isAuthenticated ? request.auth.credentials.user : undefined;
}

function signInAgain(): Refusal {
  return new Refusal(401, 'session-ended', 'This session has ended. Please sign in again.');
}
