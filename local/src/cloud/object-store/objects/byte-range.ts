import { CloudError } from '../../cloud-error.ts';

/** Both ends inclusive, as in HTTP. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The one range that a Range header asks for. Several ranges, and anything that is not a byte range, mean the
 * whole object (RFC 9110 lets a server ignore them, and S3 does).
 *
 * @throws CloudError 416 InvalidRange where the range lies behind the end
 */
export function readByteRange(header: string | undefined, bytes: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, from = '', to = ''] = match;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first <= last) return { first, last };
  throw new CloudError(416, 'InvalidRange', 'The requested range is not satisfiable', {
    RangeRequested: header ?? '',
    ActualObjectSize: String(bytes),
  });
}
