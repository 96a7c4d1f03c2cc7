import type { ServerRoute } from '@hapi/hapi';
import { BEARER_NEEDED } from './openapi.ts';

/** The route, saying in its documentation whether it needs a token, takes one, or has no use for it. */
export function documentSecurity(route: ServerRoute): ServerRoute {
  const { options } = route;
  if (typeof options !== 'object' || options.auth === undefined) return route;
  const security = options.auth === false ? [] : [{}, BEARER_NEEDED];
  const documented = { ...options.plugins?.['hapi-swagger'], security };
  return { ...route, options: { ...options, plugins: { ...options.plugins, 'hapi-swagger': documented } } };
}
