import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { run, type Server, serve } from './programs.ts';

const CACHE = path.join(CHECKOUT, '.cache/hosts/debian-mirror');

/** What hosts call the mirror, with Debian's own names and those of its image for AWS. */
export const MIRROR_NAMES = ['deb.debian.org', 'security.debian.org'];

export interface DebianMirror extends Server {
  /** Where it listens. */
  socket: string;
}

/**
 * Debian's archive as this machine's own apt reaches it, and nothing else of the world: nginx, which keeps what was
 * fetched. Packages and by-hash files never change under their names; the indices are asked for anew.
 */
export async function startDebianMirror(folder: string): Promise<DebianMirror> {
  const socket = path.join(folder, 'mirror.sock');
  const { archive, security } = await findArchives();
  await mkdir(CACHE, { recursive: true });
  const settings = path.join(folder, 'mirror.conf');
  await writeFile(
    settings,
    `
daemon off;
master_process off;
user root;
pid ${folder}/mirror.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log ${folder}/mirror-access.log;
  client_body_temp_path ${folder}/mirror-body;
  proxy_temp_path ${CACHE}/unfinished;
  fastcgi_temp_path ${folder}/mirror-fastcgi;
  uwsgi_temp_path ${folder}/mirror-uwsgi;
  scgi_temp_path ${folder}/mirror-scgi;
  proxy_cache_path ${CACHE}/kept keys_zone=mirror:10m inactive=30d use_temp_path=off;
  proxy_cache mirror;
  proxy_cache_lock on;
  proxy_cache_lock_timeout 60s;
  proxy_cache_revalidate on;
  # A mirror that is away for a moment, with all that is needed here, stops no test.
  proxy_cache_use_stale error timeout http_500 http_502 http_503 http_504;
  proxy_ssl_server_name on;
  proxy_http_version 1.1;
  # The mirror's own word on keeping is for caches that cannot know Debian's names.
  proxy_ignore_headers Cache-Control Expires Set-Cookie Vary X-Accel-Expires;
  server {
    listen unix:${socket};
    location ^~ /debian/pool/ { proxy_pass ${archive}/pool/; proxy_cache_valid 200 30d; }
    location ^~ /debian/ { proxy_pass ${archive}/; proxy_cache_valid 200 1m; }
    location ^~ /debian-security/pool/ { proxy_pass ${security}/pool/; proxy_cache_valid 200 30d; }
    location ^~ /debian-security/ { proxy_pass ${security}/; proxy_cache_valid 200 1m; }
    location / { return 404; }
  }
}
`,
  );
  await run('nginx', '-t', '-q', '-c', settings);
  const server = serve(path.join(folder, 'mirror.log'), undefined, 'nginx', '-c', settings);
  return { socket, stop: server.stop };
}

/** The addresses in this machine's settings of apt; Debian's own where it names none. */
async function findArchives(): Promise<{ archive: string; security: string }> {
  const format = '$(ORIGIN) $(REPO_URI)';
  const said = await run('apt-get', 'indextargets', '--format', format, 'Created-By: Packages').catch(
    () => '',
  );
  const uris = said.split('\n').flatMap((line) => /^Debian (https?:\S+?)\/?$/.exec(line)?.[1] ?? []);
  const archive = uris.find((uri) => uri.endsWith('/debian')) ?? 'http://deb.debian.org/debian';
  const security = uris.find((uri) => uri.endsWith('-security'));
  return { archive, security: security ?? archive.replace(/debian$/, 'debian-security') };
}
