import { hash } from 'node:crypto';
import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { clientAddress } from '../http/client-address.ts';
import { route } from '../http/route.ts';
import { countAgainst } from '../rates/rate-limits.ts';
import { memberOf } from './bearer.ts';
import { displaySession } from './session.display.ts';
import { deleteSession } from './session.repository.ts';
import { type SignIn, sessionSchema, signInSchema } from './session.schema.ts';
import { authenticate, openSession } from './session.service.ts';

export function sessionRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Payload: SignIn }>({
      method: 'POST',
      path: '/api/sessions',
      options: {
        description: 'Sign in',
        tags: ['api', 'sessions'],
        auth: false,
        validate: { payload: signInSchema },
        ...answers({ 201: sessionSchema }, [400, 401, 429]),
      },
      handler: async (request, h) => {
        const { email, password } = request.payload;
        const address = clientAddress(request, app.config.trustedProxies);
        const account = accountKey(address, email);
        await countAgainst(app.rates.signInAddress, address, 'attempts to sign in');
        await countAgainst(app.rates.signIn, account, 'attempts to sign in');
        const user = await authenticate(app.db, email, password);
        await app.rates.signIn.delete(account);
        const session = await openSession(app.db, user.id, new Date());
        return h.response(displaySession(session, user, app.config.maxMemberBytes)).code(201);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/sessions/current',
      options: {
        description: 'Sign out',
        tags: ['api', 'sessions'],
        ...answers({ 204: nothing }, [401]),
      },
      handler: async (request, h) => {
        await deleteSession(app.db, memberOf(request).sessionId);
        return h.response().code(204);
      },
    }),
  ];
}

/** Hashed, because the limits' table holds shorter keys than an e-mail address can be. */
function accountKey(address: string, email: string): string {
  return hash('sha256', `${address} ${email.toLowerCase()}`);
}
