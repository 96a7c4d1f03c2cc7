import type { MultipartUpload } from '../../core/api/api-types';
import { type RetryTerms, retrying } from './retrying';
import { isFault } from './upload-fault';
import type { UploadTransport } from './upload-transport';

export interface PartsJob {
  imageId: string;
  file: Blob;
  upload: MultipartUpload;
  transport: Pick<UploadTransport, 'arrivedParts' | 'signPart' | 'put' | 'complete'>;
  /** SHA-256 as hexadecimal digits. */
  checksum(blob: Blob, signal: AbortSignal): Promise<string>;
  terms: RetryTerms;
  /** Gets the bytes that are there, those of parts that had arrived before included. */
  onProgress(sentBytes: number): void;
}

interface Part {
  partNumber: number;
  bytes: Blob;
}

const PARTS_AT_ONCE = 3;

/** Sends the parts that have not arrived yet, a few at a time, and completes the upload. */
export async function uploadParts(job: PartsJob): Promise<void> {
  const { transport, imageId, terms } = job;
  const arrived = await retrying(() => transport.arrivedParts(imageId, terms.signal), terms);
  const parts = partsOf(job.file, job.upload);
  const isThere = (part: Part) =>
    arrived.some((there) => there.partNumber === part.partNumber && there.bytes === part.bytes.size);
  const missing = parts.filter((part) => !isThere(part));
  const sentBytes = new Map(parts.filter(isThere).map((part) => [part.partNumber, part.bytes.size]));
  const onPartProgress = (partNumber: number, bytes: number) => {
    sentBytes.set(partNumber, bytes);
    job.onProgress([...sentBytes.values()].reduce((sum, sent) => sum + sent, 0));
  };
  await sendAll(missing, job, onPartProgress);
  await retrying(() => transport.complete(imageId, terms.signal), terms);
}

function partsOf(file: Blob, { partBytes, partCount }: MultipartUpload): Part[] {
  return Array.from({ length: partCount }, (_, index) => ({
    partNumber: index + 1,
    bytes: file.slice(index * partBytes, (index + 1) * partBytes),
  }));
}

type OnPartProgress = (partNumber: number, sentBytes: number) => void;

/** The first part that fails stops the others. */
async function sendAll(missing: Part[], job: PartsJob, onPartProgress: OnPartProgress): Promise<void> {
  const failure = new AbortController();
  const terms = { ...job.terms, signal: AbortSignal.any([job.terms.signal, failure.signal]) };
  const next = missing.values();
  const lane = async () => {
    for (const part of next) await sendPart(part, { ...job, terms }, onPartProgress);
  };
  const lanes = Array.from({ length: PARTS_AT_ONCE }, lane);
  try {
    await Promise.all(lanes);
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(lanes);
    throw error;
  }
}

async function sendPart(part: Part, job: PartsJob, onPartProgress: OnPartProgress): Promise<void> {
  const { transport, imageId, terms } = job;
  const { partNumber, bytes } = part;
  const sha256 = await job.checksum(bytes, terms.signal);
  const send = async () => {
    const target = await transport.signPart(imageId, partNumber, sha256, terms.signal);
    await transport.put(target, bytes, (sent) => onPartProgress(partNumber, sent), terms.signal);
  };
  try {
    await retrying(send, terms);
  } catch (error) {
    if (!isFault(error, 'arrived')) throw error;
  }
  onPartProgress(partNumber, bytes.size);
}
