import type { Plug } from './network.ts';
import { type Server, serve } from './programs.ts';

/** Answers every request with its own name and the headers that arrived. */
const SERVER = `
  require('node:http').createServer((request, response) => {
    response.end(JSON.stringify({ name: process.argv[1], url: request.url, headers: request.headers }));
  }).listen(Number(process.argv[2]), '0.0.0.0');
`;

/** What a toy server answers. */
export interface ToyAnswer {
  name: string;
  url: string;
  headers: Record<string, string>;
}

/** An HTTP server on a host of the stage. */
export function serveToy(plug: Plug, name: string, port: number): Server {
  return serve('/dev/null', plug.namespace, process.execPath, '-e', SERVER, name, String(port));
}
