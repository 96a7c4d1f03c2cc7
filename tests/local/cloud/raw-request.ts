import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends bytes as they are and returns whatever comes back until the server closes the connection. */
export async function sendRaw(endpoint: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  socket.end(bytes);
  return text(socket);
}
