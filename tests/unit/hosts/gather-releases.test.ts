import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { scriptHost } from './host-script.ts';

const KEY = 'web/other.tar.gz';
/** Cuts the first download short; the others are whole. */
const AWS = `
if [ "$1" = s3api ]; then echo ${KEY}; exit; fi
if mkdir "$FOLDER/tried" 2>/dev/null; then head --bytes 100000 "$FOLDER/other.tar.gz"; exit 1; fi
cat "$FOLDER/other.tar.gz"
`;

test('a web server takes whole files of another release only, and keeps its own pages', async () => {
  using host = scriptHost('RELEASE_BUCKET=releases\n', { aws: AWS });
  const script = randomBytes(200_000);
  host.write('other/website/index.html', 'of the other release');
  host.write('other/website/media/main-BBBBBBBB.js', script);
  execFileSync('tar', ['-czf', 'other.tar.gz', '-C', 'other', 'website'], { cwd: host.folder });
  host.write('host/website/index.html', 'of this release');

  const said = await host.runUntil('web/gather-releases', 'host/gathered/web-other.tar.gz');
  expect(said).toContain(`${KEY} could not be gathered, which is tried again.`);
  const website = path.join(host.folder, 'host/website');
  expect(readFileSync(path.join(website, 'media/main-BBBBBBBB.js')).equals(script)).toBe(true);
  expect(readFileSync(path.join(website, 'index.html'), 'utf8')).toBe('of this release');
});
