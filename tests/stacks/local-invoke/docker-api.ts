import { request } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/**
 * One call of the Docker Engine API (https://docs.docker.com/reference/api/engine/) through its socket.
 *
 * @throws Error with the engine's answer where it refuses, or where nobody listens
 */
export async function askDocker(
  socket: string,
  method: 'GET' | 'POST',
  target: string,
  body?: Readable,
): Promise<string> {
  const asked = request({ socketPath: socket, method, path: target });
  const answer = new Promise<string>((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', async (response) => {
      const said = await text(response);
      if (response.statusCode === 200) resolve(said);
      else reject(new Error(`Docker answered ${response.statusCode} to ${method} ${target}: ${said}`));
    });
  });
  if (body) await Promise.all([pipeline(body, asked), answer]);
  else asked.end();
  return answer;
}
