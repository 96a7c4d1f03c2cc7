import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { readBody } from '../../http/read-body.ts';
import { readBodyExpectations } from '../body/body-expectations.ts';
import { checkBytes, checkDigests } from '../body/check-body.ts';
import { startChecksum } from '../body/checksum-algorithms.ts';
import type { StoreRequest } from '../store-request.ts';
import { writeXml, type XmlElements } from './write-xml.ts';

/** Enough for 10,000 parts with checksums, or 1,000 keys of 1,024 escaped bytes. */
const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** The document in a request's body, its digests checked like those of an object. */
export async function readDocument(post: StoreRequest): Promise<string> {
  const expected = readBodyExpectations(post.request.headers);
  post.admitBody();
  const body = await readBody(post.request, MAX_DOCUMENT_BYTES);
  checkBytes(expected, body.length);
  const sha256 = createHash('sha256').update(body).digest();
  const checksum = expected.checksum && startChecksum(expected.checksum.algorithm);
  checksum?.update(body);
  checkDigests(
    expected,
    { md5: createHash('md5').update(body).digest(), sha256, checksum: checksum?.digest() },
    new Map(),
  );
  return body.toString('utf8');
}

export function answerXml(response: ServerResponse, root: string, content: XmlElements): void {
  const body = Buffer.from(writeXml(root, content));
  response.writeHead(200, { 'content-type': 'application/xml', 'content-length': body.length }).end(body);
}
