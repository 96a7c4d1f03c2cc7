import type { RouteHandlerCallback, RouteMatchCallback } from 'workbox-core/types';

/** Requests of one kind, and how they are answered. */
export interface KeptRoute {
  matches: RouteMatchCallback;
  handle: RouteHandlerCallback;
}
