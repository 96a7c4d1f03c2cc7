import { RefusedRequest, retryAfterSecondsOf } from './faults.ts';
import { send } from './gallery.ts';

/** A presigned request, as the API answers with it. */
export interface PresignedPut {
  method: 'PUT';
  url: string;
  headers: Record<string, string>;
}

const ALREADY_THERE = 412;

/**
 * Sends bytes to the storage once. Where an object is already there, an earlier try arrived whose answer was lost.
 *
 * @throws RefusedRequest, Unreachable
 */
export async function putPiece(
  { method, url, headers }: PresignedPut,
  piece: Buffer<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  const request: RequestInit = {
    method,
    headers: withoutContentLength(headers),
    body: piece,
    signal,
  };
  const { answer, text } = await send(new URL(url), request);
  if (answer.ok || answer.status === ALREADY_THERE) return;
  // S3's errors are XML.
  const said = /<Message>(.*?)<\/Message>/s.exec(text)?.[1] ?? answer.statusText;
  const message = `The storage refused the upload with ${answer.status}: ${said}`;
  throw new RefusedRequest(answer.status, message, retryAfterSecondsOf(answer));
}

/** fetch sets it from the body, and sends both where it is also given. */
function withoutContentLength(headers: Record<string, string>): [string, string][] {
  return Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
}
