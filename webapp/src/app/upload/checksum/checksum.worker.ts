import type { ChecksumReport, ChecksumRequest } from './checksum-messages';
import { sha256OfBlob } from './sha256-of-blob';

const running = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<ChecksumRequest>) => {
  if ('isCancelled' in data) running.get(data.id)?.abort();
  else void answer(data.id, data.blob);
});

async function answer(id: number, blob: Blob): Promise<void> {
  const cancelling = new AbortController();
  running.set(id, cancelling);
  try {
    const onProgress = (checkedBytes: number) => report({ id, checkedBytes });
    report({ id, sha256: await sha256OfBlob(blob, { onProgress, signal: cancelling.signal }) });
  } catch (error) {
    report({ id, error });
  } finally {
    running.delete(id);
  }
}

function report(message: ChecksumReport): void {
  postMessage(message);
}
