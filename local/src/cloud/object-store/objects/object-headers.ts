import type { IncomingHttpHeaders } from 'node:http';
import { CloudError, notImplemented } from '../../cloud-error.ts';

const KEPT = ['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'];
const METADATA_PREFIX = 'x-amz-meta-';
const MAX_METADATA_BYTES = 2048;
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

/** Headers that would change what is stored; to ignore them would be to store something else than was asked for. */
const REFUSED =
  /^x-amz-(copy-source.*|tagging|object-lock-.*|server-side-encryption-customer-.*|website-redirect-location|write-offset-bytes|grant-.*)$/;

/**
 * The headers that are stored with an object and sent with every answer that carries it.
 *
 * @throws CloudError 400 MetadataTooLarge, 501 for what this store does not keep
 */
export function readObjectHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const refused = Object.keys(headers).find((name) => REFUSED.test(name));
  if (refused) throw notImplemented(`the header ${refused}`);
  const kept: Record<string, string> = { 'content-type': DEFAULT_CONTENT_TYPE };
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === '') continue;
    if (KEPT.includes(name) || name.startsWith(METADATA_PREFIX)) kept[name] = String(value);
  }
  const encoding = storedEncoding(headers['content-encoding']);
  if (encoding) kept['content-encoding'] = encoding;
  checkMetadata(kept);
  return kept;
}

/** `aws-chunked` is the framing of the upload, not of what is stored. */
function storedEncoding(encoding: string | undefined): string {
  return (encoding ?? '')
    .split(',')
    .map((token) => token.trim())
    .filter((token) => token !== '' && token !== 'aws-chunked')
    .join(',');
}

function checkMetadata(headers: Record<string, string>): void {
  const bytes = Object.entries(headers)
    .filter(([name]) => name.startsWith(METADATA_PREFIX))
    .reduce((sum, [name, value]) => sum + name.length - METADATA_PREFIX.length + value.length, 0);
  if (bytes <= MAX_METADATA_BYTES) return;
  throw new CloudError(
    400,
    'MetadataTooLarge',
    'Your metadata headers exceed the maximum allowed metadata size',
    { Size: String(bytes), MaxSizeAllowed: String(MAX_METADATA_BYTES) },
  );
}
