import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A call to AWS that somebody on the stage made. */
export interface Call {
  atMs: number;
  /** The address of who called. */
  from: string;
  /** As IAM's policies write it, such as `s3`. */
  service: string;
  /** As in IAM's policies where the protocol tells, such as `GetSecretValue`; of S3 derived from the request. */
  action: string;
  /** Undefined where the call was not signed. */
  accessKeyId: string | undefined;
  method: string;
  host: string;
  /** Path and query. */
  url: string;
  status: number;
}

interface Line {
  at: number;
  from: string;
  method: string;
  status: number;
  host: string;
  url: string;
  authorization: string;
  target: string;
  action: string;
}

/** All calls so far, by the file that the front writes. */
export async function readCalls(folder: string): Promise<Call[]> {
  const lines = (await readFile(path.join(folder, 'calls.jsonl'), 'utf8')).split('\n');
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => describeCall(JSON.parse(line, unlessMissing)));
}

/** HAProxy writes a dash for what there is not. */
function unlessMissing(_name: string, value: unknown): unknown {
  return value === '-' ? '' : value;
}

/** `Credential=AKIA.../20261124/eu-central-1/s3/aws4_request`, in a header or, with %2F for the dashes, in an address. */
const CREDENTIAL = /Credential=([^/]+)\/\d+\/[^/]*\/([^/]+)\/aws4_request/;

function describeCall(line: Line): Call {
  const { from, method, status, host, url } = line;
  const [, accessKeyId, signedFor] = CREDENTIAL.exec(line.authorization || decodeURIComponent(url)) ?? [];
  const service = signedFor ?? (/(^|\.)s3[.-]/.test(host) ? 's3' : (host.split('.')[0] ?? ''));
  return {
    atMs: line.at * 1000,
    from,
    service,
    action: actionOf(line, service),
    accessKeyId,
    method,
    host,
    url,
    status,
  };
}

/** How each protocol names its action: in a header (JSON), in the body (query), in the path (CBOR), by the resource (REST). */
function actionOf({ target, action, method, host, url }: Line, service: string): string {
  if (target) return target.split('.').at(-1) ?? '';
  if (action) return action;
  const { pathname, searchParams } = new URL(url, 'http://stage');
  const operation = /\/operation\/(\w+)$/.exec(pathname)?.[1];
  if (operation !== undefined) return operation;
  if (service === 's3') return actionOfS3(method, host, pathname, searchParams);
  if (service === 'lambda' && pathname.endsWith('/invocations')) return 'InvokeFunction';
  if (service === 'route53' && pathname.includes('/rrset'))
    return method === 'POST' ? 'ChangeResourceRecordSets' : 'ListResourceRecordSets';
  return `${method} ${pathname}`;
}

function actionOfS3(method: string, host: string, pathname: string, query: URLSearchParams): string {
  const isPathStyle = /^s3[.-]/.test(host);
  const hasKey = (isPathStyle ? /^\/[^/]+\/./ : /^\/./).test(pathname);
  if (!hasKey) return method === 'POST' && query.has('delete') ? 'DeleteObject' : 'ListBucket';
  if (query.has('uploadId') && method === 'DELETE') return 'AbortMultipartUpload';
  if (query.has('uploadId') && method === 'GET') return 'ListMultipartUploadParts';
  // Parts of an upload need the same right as the whole, and so do its beginning and end.
  const verbs: Record<string, string> = {
    GET: 'Get',
    HEAD: 'Get',
    PUT: 'Put',
    POST: 'Put',
    DELETE: 'Delete',
  };
  return `${verbs[method] ?? method}Object`;
}
