import { texts } from '../../core/language/texts';
import { faultOfStorage } from './storage-refusal';
import { UploadFault } from './upload-fault';

export interface PutTarget {
  url: string;
  /** Signed: they have to be sent just so. */
  headers: Readonly<Record<string, string>>;
}

/** A connection on which nothing moves for so long is given up; the network behind it may be another by now. */
const STALLED_AFTER_MS = 60_000;

/**
 * PUTs the bytes straight to the storage. XMLHttpRequest, because `fetch` does not tell how much was sent.
 *
 * @param onProgress gets the bytes sent so far
 * @throws UploadFault
 */
export function putBlob(
  target: PutTarget,
  body: Blob,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    let stalled: ReturnType<typeof setTimeout>;
    const abort = () => request.abort();
    const watchForStall = () => {
      clearTimeout(stalled);
      stalled = setTimeout(abort, STALLED_AFTER_MS);
    };
    request.upload.onprogress = ({ loaded }) => {
      watchForStall();
      onProgress(Math.min(loaded, body.size));
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(faultOfStorage(request.status, request.responseText));
    };
    request.onerror = () => reject(connectionLost());
    request.onabort = () => reject(signal.aborted ? signal.reason : connectionLost());
    request.onloadend = () => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.open('PUT', target.url);
    for (const [name, value] of Object.entries(target.headers)) request.setRequestHeader(name, value);
    request.send(body);
    watchForStall();
  });
}

function connectionLost(): UploadFault {
  return new UploadFault('connection', texts().uploads.faults.connectionLost);
}
