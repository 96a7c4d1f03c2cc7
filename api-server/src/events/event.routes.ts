import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { memberOf } from '../sessions/bearer.ts';

/** After this a browser connects again, which checks its token again. */
const LONGEST_STREAM_MS = 15 * 60 * 1000;

const DESCRIPTION = `Server-sent events of your own images: \`image.ready\`, \`image.failed\`, \`image.changed\` with
\`{"image": {...}}\`, and \`image.removed\` with \`{"imageId": "..."}\`. Nothing is repeated after a lost connection;
fetch the page anew.`;

export function eventRoutes(app: Application): ServerRoute[] {
  return [
    route({
      method: 'GET',
      path: '/api/events',
      options: {
        description: 'Follow what happens to your images',
        notes: DESCRIPTION,
        tags: ['api', 'events'],
        timeout: { socket: false, server: false },
        ...answers({ 200: 'A stream of events' }, [401, 429], ['text/event-stream', 'application/json']),
      },
      handler: (request, h) => {
        const member = memberOf(request);
        const closesAt = Math.min(Date.now() + LONGEST_STREAM_MS, member.expiresAt.getTime());
        const stream = app.hub.open(member.id, new Date(closesAt));
        // Named, so that Hapi does not compress: a compressor would hold events back.
        return h
          .response(stream)
          .type('text/event-stream')
          .header('content-encoding', 'identity')
          .header('x-accel-buffering', 'no');
      },
    }),
  ];
}
