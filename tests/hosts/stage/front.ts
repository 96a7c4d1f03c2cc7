import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SERVICES } from './addresses.ts';
import { quoteFormat } from './haproxy-quoting.ts';
import { run, type Server, serve } from './programs.ts';

export interface FrontOptions {
  /** The namespace in which it listens. It reaches the rest from the machine's own. */
  services: string;
  /** File of a certificate with its key. */
  certificate: string;
  /** The emulator, as host:port. */
  emulator: string;
  mirrorSocket: string;
  /** Who answers in place of the emulator, by the action that is asked for. */
  answeredBy: Record<string, string>;
  /** Where CloudFront forwards to; undefined in a deployment without it. */
  origin: { address: string; name: string; secret: string } | undefined;
}

/**
 * What is around the network, by one HAProxy: AWS's services, which are the emulator's; Debian's mirror; CloudFront.
 * Every call to AWS becomes a line of calls.jsonl.
 *
 * HAProxy listens in the namespace while its other side is in the machine's network: so there is no wire between
 * the two.
 */
export async function startFront(folder: string, options: FrontOptions): Promise<Server> {
  const settings = path.join(folder, 'front.cfg');
  await writeFile(settings, renderFront(options));
  await run('haproxy', '-c', '-f', settings);
  return serve(path.join(folder, 'calls.jsonl'), undefined, 'haproxy', '-db', '-f', settings);
}

function renderFront({
  services,
  certificate,
  emulator,
  mirrorSocket,
  answeredBy,
  origin,
}: FrontOptions): string {
  const bind = (address: string, port: number, rest = '') =>
    `bind ${address}:${port} namespace ${services} ${rest}`.trimEnd();
  const played = Object.entries(answeredBy);
  const tls = `ssl crt ${certificate}`;
  return `
global
  log stdout len 16384 format raw daemon

defaults
  mode http
  timeout connect 10s
  # A member's upload or a long poll of the queue is within these.
  timeout client 120s
  timeout server 120s
  timeout tunnel 1h

frontend aws
  ${bind(SERVICES.aws, 443, tls)}
  ${bind(SERVICES.aws, 80)}
  log global
  # Calls of the query protocol name their action in the body.
  http-request wait-for-body time 5s if { req.hdr(content-type) -m beg application/x-www-form-urlencoded }
  http-request set-var(txn.host) req.hdr(host)
  http-request set-var(txn.url) url
  http-request set-var(txn.authorization) req.fhdr(authorization)
  http-request set-var(txn.target) req.hdr(x-amz-target)
  http-request set-var(txn.action) req.body_param(Action)
  log-format ${LOG_FORMAT}
${played.map(([action]) => `  use_backend ${action} if { req.body_param(Action) -m str ${action} }`).join('\n')}
  default_backend emulator

backend emulator
  option http-server-close
  server emulator ${emulator}

${played.map(([action, socket]) => `backend ${action}\n  server ${action} unix@${socket}\n`).join('\n')}
frontend mirror
  ${bind(SERVICES.mirror, 80)}
  default_backend mirror

backend mirror
  server mirror unix@${mirrorSocket}
${origin === undefined ? '' : renderCloudFront(bind(SERVICES.cloudFront, 80), bind(SERVICES.cloudFront, 443, `${tls} alpn h2,http/1.1`), origin, services)}`;
}

/** As the behaviours of stacks/edge.yaml say: of requests for pages next to nothing is forwarded. */
function renderCloudFront(
  http: string,
  https: string,
  origin: NonNullable<FrontOptions['origin']>,
  services: string,
): string {
  const hidden = ['accept', 'accept-language', 'cookie', 'origin', 'referer'];
  return `
frontend cloudfront
  ${http}
  ${https}
  http-request redirect scheme https code 301 unless { ssl_fc }
  acl is_api path_beg /api/
  http-request deny deny_status 403 if !is_api !METH_GET
  http-request set-uri %[path] unless is_api
  http-request set-header host ${origin.name} unless is_api
  http-request set-header user-agent "Amazon CloudFront" unless is_api
  ${hidden.map((name) => `http-request del-header ${name} unless is_api`).join('\n  ')}
  http-request set-header x-forwarded-for "%[req.fhdr(x-forwarded-for)], %[src]" if { req.fhdr(x-forwarded-for) -m found }
  http-request set-header x-forwarded-for %[src] unless { req.fhdr(x-forwarded-for) -m found }
  http-request set-header via "2.0 stage.cloudfront.net (CloudFront)"
  http-request set-header x-origin-verify ${quoteFormat(origin.secret)}
  http-response set-header strict-transport-security "max-age=63072000; includeSubDomains"
  default_backend origin

backend origin
  server origin ${origin.address}:80 namespace ${services}
`;
}

const text = (variable: string) => `"%[var(txn.${variable}),json(utf8s)]"`;

/** One JSON object a line, read again by calls.ts. */
const LOG_FORMAT = `'{"at":%Ts.%ms,"from":"%ci","method":"%HM","status":%ST,${[
  ['host', 'host'],
  ['url', 'url'],
  ['authorization', 'authorization'],
  ['target', 'target'],
  ['action', 'action'],
]
  .map(([name, variable]) => `"${name}":${text(variable!)}`)
  .join(',')}}'`;
