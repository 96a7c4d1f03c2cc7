import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

export interface InstanceMetadata {
  endpoint: string;
  close(): void;
}

/** A host's metadata service, as far as its role's credentials go: with a session token only (IMDSv2). */
export async function serveInstanceMetadata(credentials: RoleCredentials): Promise<InstanceMetadata> {
  const path = '/latest/meta-data/iam/security-credentials/';
  const answers: Readonly<Record<string, string>> = {
    [path]: 'api-host',
    [`${path}api-host`]: JSON.stringify({
      Code: 'Success',
      Type: 'AWS-HMAC',
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      Token: credentials.sessionToken,
      LastUpdated: new Date().toISOString(),
      Expiration: credentials.expiration.toISOString(),
    }),
  };
  const server = createServer(({ method, url = '', headers }, response) => {
    if (method === 'PUT' && url === '/latest/api/token') return response.end('metadata-session');
    const answer = headers['x-aws-ec2-metadata-token'] === 'metadata-session' ? answers[url] : undefined;
    return response.writeHead(answer === undefined ? 401 : 200).end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
