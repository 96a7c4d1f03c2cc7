import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error.ts';

/**
 * The whole body of a request, for the small documents that are read at once.
 *
 * @throws CloudError 413 EntityTooLarge where it has more than `maxBytes`
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new CloudError(
        413,
        'EntityTooLarge',
        `Expected a body of at most ${maxBytes} bytes but received more`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
