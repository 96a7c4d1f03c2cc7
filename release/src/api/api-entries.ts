import path from 'node:path';
import { type ArchiveEntry, entriesOf, textEntry } from '../archive/archive-entry.ts';
import { fetchPackage } from '../packages/fetch-package.ts';
import { bundleApi } from './bundle-api.ts';

/** argon2's native part for Debian on either processor, so that one archive serves both. */
const NATIVE_PACKAGES = ['@node-rs/argon2-linux-arm64-gnu', '@node-rs/argon2-linux-x64-gnu'];
const NATIVE_FILES = /^(package\.json|.*\.node)$/;

/** What the page of the API's documentation is made of. */
const PAGE_FILES = {
  'hapi-swagger': ['templates/index.html', 'public/extend.js'],
  'swagger-ui-dist': [
    'favicon-{16x16,32x32}.png',
    'swagger-ui-bundle.js',
    'swagger-ui-standalone-preset.js',
    'swagger-ui.css',
  ],
};

/** What a new gallery begins with, where the API looks for it: beside its own modules. */
const SAMPLE_PHOTOGRAPHS = { folder: 'api-server/src/samples/photographs', into: 'server/photographs' };

/** The API server as it runs on a host, below `server/`: its modules, and the few files they read beside them. */
export async function apiEntries(checkout: string): Promise<ArchiveEntry[]> {
  const entries = [textEntry('server/package.json', '{ "type": "module" }\n')];
  for (const [name, module] of await bundleApi(checkout)) entries.push(textEntry(`server/${name}`, module));
  for (const [name, files] of Object.entries(PAGE_FILES)) {
    const folder = path.join(checkout, 'node_modules', name);
    entries.push(...entriesOf(folder, `server/node_modules/${name}`, files));
  }
  const { folder, into } = SAMPLE_PHOTOGRAPHS;
  entries.push(...entriesOf(path.join(checkout, folder), into));
  for (const name of NATIVE_PACKAGES) {
    for (const [file, content] of await fetchPackage(checkout, name, NATIVE_FILES)) {
      entries.push({ name: `server/node_modules/${name}/${file}`, content, isExecutable: false });
    }
  }
  return entries;
}
