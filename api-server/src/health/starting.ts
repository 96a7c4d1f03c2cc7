import type { Server } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { Refusal } from '../errors/refusal.ts';

const ALWAYS_ANSWERED = ['/api/health', '/api/ready'];

/** Until the tables are as this code expects them, only the two routes that tell of it are answered. */
export function refuseWhileStarting(server: Server, app: Application): void {
  server.ext('onPreAuth', (request, h) => {
    const needsTables = request.path.startsWith('/api/') && !ALWAYS_ANSWERED.includes(request.path);
    if (!needsTables || app.database.isPrepared) return h.continue;
    throw starting();
  });
}

export function starting(): Refusal {
  return new Refusal(503, 'unavailable', 'The gallery is starting. Please try again shortly.', 5);
}
