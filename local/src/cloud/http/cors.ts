import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Any page may speak to the local cloud, since only signatures open anything here. On every answer, also on
 * errors: without these headers a browser hides the refusal from the page.
 */
export function allowCrossOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader(
    'access-control-expose-headers',
    'ETag, Content-Range, Content-Length, Accept-Ranges, x-amz-request-id, x-amz-checksum-crc32, x-amz-checksum-crc32c, x-amz-checksum-sha1, x-amz-checksum-sha256',
  );
}

/** Answers the question that a browser asks before a PUT. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST, DELETE');
  const asked = request.headers['access-control-request-headers'];
  if (asked) response.setHeader('access-control-allow-headers', asked);
  response.setHeader('access-control-max-age', '3000');
  response.writeHead(200, { 'content-length': 0 }).end();
}
