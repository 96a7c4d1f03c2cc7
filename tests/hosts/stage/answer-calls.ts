import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Server } from './programs.ts';

/**
 * Answers calls of AWS's query protocol in place of the emulator.
 *
 * @param socket where it listens
 * @param answer is given the call's parameters, and returns XML
 */
export async function answerCalls(
  socket: string,
  answer: (asked: URLSearchParams) => Promise<string> | string,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      const said = await answer(new URLSearchParams(await text(request)));
      response.setHeader('content-type', 'text/xml');
      response.end(said);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(socket);
  await once(server, 'listening');
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
