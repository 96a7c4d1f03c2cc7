import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { ServerRoute } from '@hapi/hapi';
import { cachingOf, isHashed } from '@movieflix/contracts/webapp-files';
import { Refusal } from '../errors/refusal.ts';
import { webappPolicy } from './content-policy.ts';

/** What the build puts beside a file, by the encoding that it is in. */
const VARIANTS = { br: '.br', gzip: '.gz' };

/** Serves the built web app; addresses of its pages are answered with index.html, which routes by itself. */
export function webappRoutes(folder: string, bucketOrigin: string): ServerRoute[] {
  const policy = webappPolicy(bucketOrigin);
  return [
    {
      method: 'GET',
      path: '/{path*}',
      options: { auth: false, cors: false, description: 'The web app' },
      handler: async (request, h) => {
        const path = String(request.params['path'] ?? '') || 'index.html';
        const isFile = await isFileWithin(folder, path);
        if (!isFile && !isPage(path, request.headers['accept'])) throw noSuchFile(request.path);
        const name = isFile ? path : 'index.html';
        const file = h
          .file(name, { confine: folder, lookupCompressed: true, lookupMap: VARIANTS })
          .vary('accept-encoding')
          .header('cache-control', cachingOf(name));
        if (isPart(name)) return file;
        if (name === 'index.html') file.header('link', `<${bucketOrigin}>; rel=preconnect`);
        return file.header('content-security-policy', policy);
      },
    },
  ];
}

/**
 * Whether a file is only ever a part of a page, whose policy holds for it: repeating that would make a small script a
 * third larger. A worker has a policy of its own.
 */
function isPart(name: string): boolean {
  return isHashed(name) && !name.startsWith('worker-');
}

/** A missing script or picture must not be answered with a page, nor a mistyped API address. */
function isPage(path: string, accept: unknown): boolean {
  const isApi = path === 'api' || path.startsWith('api/');
  return !isApi && typeof accept === 'string' && accept.includes('text/html');
}

async function isFileWithin(folder: string, path: string): Promise<boolean> {
  const root = resolve(folder);
  const file = resolve(root, path);
  if (!file.startsWith(root + sep) || path.includes('\0')) return false;
  return stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

function noSuchFile(path: string): Refusal {
  return new Refusal(404, 'not-found', `There is nothing at GET ${path}.`);
}
