import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { cachingOf, isHashed } from '@movieflix/contracts/webapp-files';
import { contentType } from 'mime-types';

/** A file of the web app as the website bucket serves it. */
export interface WebsiteSource {
  key: string;
  /** The file to put there, in the folder of the built web app. */
  file: string;
  contentType: string;
  cacheControl: string;
  contentEncoding?: 'gzip';
}

const VARIANTS = ['**/*.gz', '**/*.br'];
/** The build's own note of what it was made from. */
const NOTE = 'fingerprint.txt';

/** The files of the built web app, without their compressed variants. */
export function webappFiles(webapp: string): string[] {
  const found = globSync('**', { cwd: webapp, withFileTypes: true, exclude: [...VARIANTS, NOTE] });
  const files = found.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(webapp, path.join(entry.parentPath, entry.name))).sort();
}

/**
 * How each file is served from the bucket. S3 does not negotiate encodings: one variant is stored, for everybody.
 * Hashed files are fetched by browsers alone, so they are stored gzipped where that helps; every browser takes that,
 * while brotli is for HTTPS, which a website endpoint does not speak. Pages and settings stay plain for other readers.
 */
export function websiteSources(webapp: string): WebsiteSource[] {
  return webappFiles(webapp).map((key) => {
    const type = contentType(path.extname(key)) || 'application/octet-stream';
    const plain = { key, file: key, contentType: type, cacheControl: cachingOf(key) };
    const gzipped = `${key}.gz`;
    if (!isHashed(key) || !existsSync(path.join(webapp, gzipped))) return plain;
    return { ...plain, file: gzipped, contentEncoding: 'gzip' };
  });
}
