import type { PresignedUpload } from '../storage/upload-urls.ts';
import type { MultipartUpload } from './multipart.service.ts';

export function displayPresigned({ method, url, headers, expiresAt }: PresignedUpload) {
  return { method, url, headers, expiresAt: expiresAt.toISOString() };
}

export function displayUpload(upload: PresignedUpload | MultipartUpload) {
  return 'url' in upload ? displayPresigned(upload) : upload;
}
