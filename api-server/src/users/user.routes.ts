import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { Refusal } from '../errors/refusal.ts';
import { clientAddress } from '../http/client-address.ts';
import { route } from '../http/route.ts';
import { countAgainst } from '../rates/rate-limits.ts';
import { memberOf } from '../sessions/bearer.ts';
import { displaySession } from '../sessions/session.display.ts';
import { sessionSchema } from '../sessions/session.schema.ts';
import { openSession } from '../sessions/session.service.ts';
import { hashPassword } from './password.ts';
import { displayUser } from './user.display.ts';
import { getUser } from './user.repository.ts';
import {
  type ChangeUser,
  changeUserSchema,
  leaveSchema,
  type SignUp,
  signUpSchema,
  userSchema,
} from './user.schema.ts';
import { changeUser, leave, signUp } from './user.service.ts';

export function userRoutes(app: Application): ServerRoute[] {
  const { maxMemberBytes, trustedProxies, isFirstMemberAdmin } = app.config;
  /** Who found a session open may not guess its password either. */
  const countPassword = (memberId: string) => countAgainst(app.rates.signIn, memberId, 'passwords');

  return [
    route<{ Payload: SignUp }>({
      method: 'POST',
      path: '/api/users',
      options: {
        description: 'Sign up, which signs in at once',
        tags: ['api', 'users'],
        auth: false,
        validate: { payload: signUpSchema },
        ...answers({ 201: sessionSchema }, [400, 403, 409, 429]),
      },
      handler: async (request, h) => {
        if (!app.config.isSignUpOpen) {
          throw new Refusal(
            403,
            'sign-up-closed',
            'This gallery takes no new members by itself. Ask its operator.',
          );
        }
        await countAgainst(app.rates.signUp, clientAddress(request, trustedProxies), 'new accounts');
        // Hashed first: while it takes its time, a transaction would keep a connection from everybody else.
        const passwordHash = await hashPassword(request.payload.password);
        const answer = await app.db.transaction().execute(async (trx) => {
          const user = await signUp(trx, request.payload, passwordHash, isFirstMemberAdmin);
          return displaySession(await openSession(trx, user.id, new Date()), user, maxMemberBytes);
        });
        return h.response(answer).code(201);
      },
    }),
    route({
      method: 'GET',
      path: '/api/users/me',
      options: {
        description: 'Who is signed in, and how much they store',
        tags: ['api', 'users'],
        ...answers({ 200: userSchema }, [401]),
      },
      handler: async (request) => displayUser(await getUser(app.db, memberOf(request).id), maxMemberBytes),
    }),
    route<{ Payload: ChangeUser }>({
      method: 'PATCH',
      path: '/api/users/me',
      options: {
        description: 'Change the name shown or the password',
        tags: ['api', 'users'],
        validate: { payload: changeUserSchema },
        ...answers({ 200: userSchema }, [400, 401, 403, 429]),
      },
      handler: async (request) => {
        if (request.payload.password !== undefined) await countPassword(memberOf(request).id);
        const user = await app.db
          .transaction()
          .execute((trx) => changeUser(trx, memberOf(request), request.payload));
        return displayUser(user, maxMemberBytes);
      },
    }),
    route<{ Payload: { password: string } }>({
      method: 'DELETE',
      path: '/api/users/me',
      options: {
        description: 'Leave, taking all images along',
        tags: ['api', 'users'],
        validate: { payload: leaveSchema },
        ...answers({ 204: nothing }, [400, 401, 403, 429]),
      },
      handler: async (request, h) => {
        const { id } = memberOf(request);
        await countPassword(id);
        await app.db.transaction().execute((trx) => leave(trx, id, request.payload.password, new Date()));
        return h.response().code(204);
      },
    }),
  ];
}
