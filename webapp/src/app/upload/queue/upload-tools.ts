import { InjectionToken, inject } from '@angular/core';
import { type Checksum, createChecksum } from '../checksum/checksums';
import { startChecksumWorker } from '../checksum/start-checksum-worker';
import { HttpUploadTransport } from '../transfer/http-upload-transport';
import type { UploadTransport } from '../transfer/upload-transport';

/** The outside world of the queue, which tests replace. */
export const UPLOAD_TRANSPORT = new InjectionToken<UploadTransport>('upload transport', {
  factory: () => inject(HttpUploadTransport),
});

export const CHECKSUM = new InjectionToken<Checksum>('checksum', {
  factory: () => createChecksum(startChecksumWorker),
});
