import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openLogFile } from '@movieflix/local/data-folder/log-file.ts';
import { buildWebapp } from '@movieflix/local/webapp/build.ts';
import { readArguments } from './read-arguments.ts';
import { buildReleaseLayer } from './release-layer.ts';

const { checkout, layer } = readArguments();
const cache = path.join(checkout, '.cache');
mkdirSync(cache, { recursive: true });
const webapp = await buildWebapp(checkout, openLogFile(cache, 'webapp-build'), new AbortController().signal);
await buildReleaseLayer({ checkout, webapp }, layer);
