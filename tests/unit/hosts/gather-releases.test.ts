import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const SCRIPT = path.join(import.meta.dirname, '../../../hosts/web/gather-releases');
const KEY = 'web/other.tar.gz';
/** Cuts the first download short; the others are whole. */
const AWS = `#!/bin/bash
if [ "$1" = s3api ]; then echo ${KEY}; exit; fi
if mkdir "$FOLDER/tried" 2>/dev/null; then head --bytes 100000 "$FOLDER/other.tar.gz"; exit 1; fi
cat "$FOLDER/other.tar.gz"
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix gather-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Buffer, mode = 0o644): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content, { mode });
}

test('a web server takes whole files of another release only, and keeps its own pages', async () => {
  const script = randomBytes(200_000);
  write('other/website/index.html', 'of the other release');
  write('other/website/media/main-BBBBBBBB.js', script);
  execFileSync('tar', ['-czf', `${folder}/other.tar.gz`, '-C', `${folder}/other`, 'website']);
  write('host/website/index.html', 'of this release');
  write('host.env', 'RELEASE_BUCKET=releases\n');
  write('bin/aws', AWS, 0o755);
  const program = readFileSync(SCRIPT, 'utf8')
    .replaceAll('/etc/movieflix/host.env', `"${folder}/host.env"`)
    .replaceAll('/opt/movieflix', `"${folder}/host"`)
    .replace('PAUSE_SECONDS=30', 'PAUSE_SECONDS=0.1');
  write('gather-releases', program, 0o755);

  const env = { ...process.env, FOLDER: folder, PATH: `${folder}/bin:${process.env['PATH']}` };
  const gathering = spawn(path.join(folder, 'gather-releases'), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(gathering, 'close');
  let said = '';
  for (const stream of [gathering.stdout, gathering.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  try {
    const known = path.join(folder, 'host/gathered/web-other.tar.gz');
    for (const deadline = Date.now() + 10_000; !existsSync(known); await delay(20)) {
      if (Date.now() > deadline) throw new Error(`Expected the release to be gathered, but: ${said}`);
    }
  } finally {
    gathering.kill();
    await ended;
  }
  expect(said).toContain(`${KEY} could not be gathered, which is tried again.`);
  expect(readFileSync(path.join(folder, 'host/website/media/main-BBBBBBBB.js')).equals(script)).toBe(true);
  expect(readFileSync(path.join(folder, 'host/website/index.html'), 'utf8')).toBe('of this release');
});
