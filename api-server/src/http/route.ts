import type { ReqRef, ReqRefDefaults, ServerRoute } from '@hapi/hapi';

/** What a route's own validation has made of a request's parts. */
interface Validated extends ReqRef {
  Payload?: object;
  Query?: object;
  Params?: object;
}

type Refs<V extends Validated> = Omit<ReqRefDefaults, keyof V> & V;

/**
 * A route whose handler sees its payload, query and parameters as the types that its Joi schemas produce. Hapi's
 * types cannot derive them, so this is the one place where they are asserted.
 */
export function route<V extends Validated = Record<never, never>>(
  definition: ServerRoute<Refs<V>>,
): ServerRoute {
  return definition as unknown as ServerRoute;
}
