import { isBoom } from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { PAGE_PATH, PAGE_POLICY } from '../documentation/openapi.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Browsers heed these on HTTPS only. The age is two years, as their preload lists want it. */
const SECURE_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
};

/** Headers that every answer has. Routes that serve pages bring a content policy of their own. */
export function addSecurityHeaders(server: Server): void {
  server.ext('onPreResponse', (request: Request, h: ResponseToolkit) => {
    const { response } = request;
    if (isBoom(response)) return h.continue;
    for (const [name, value] of Object.entries(HEADERS)) response.header(name, value);
    if (request.path === PAGE_PATH) response.header('content-security-policy', PAGE_POLICY);
    if (!response.headers['content-security-policy']) response.header('content-security-policy', API_POLICY);
    if (request.path.startsWith('/api/') && !response.headers['cache-control']) {
      response.header('cache-control', 'no-store');
    }
    if (request.headers['x-forwarded-proto'] === 'https') {
      for (const [name, value] of Object.entries(SECURE_HEADERS)) response.header(name, value);
    }
    return h.continue;
  });
}
