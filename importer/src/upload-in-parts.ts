import { UnfitFile } from './faults.ts';
import { callGallery, callGalleryOnce, type Gallery } from './gallery.ts';
import { type PhotoFile, sha256Of } from './photo-file.ts';
import { type PresignedPut, putPiece } from './put-piece.ts';
import { withRetries } from './retry.ts';

export interface UploadInParts {
  uploadId: string;
  /** Bytes of every part but the last. */
  partBytes: number;
  partCount: number;
}

/**
 * Sends the parts of a large file that have not arrived yet, one at a time, and puts them together. Where the file
 * changed since it was hashed, the upload is given up: its parts would not belong together.
 *
 * @throws RefusedRequest, Unreachable, UnfitFile
 */
export async function uploadInParts(
  gallery: Gallery,
  imageId: string,
  { partBytes, partCount }: UploadInParts,
  file: PhotoFile,
): Promise<void> {
  const arrived = await bytesOfArrivedParts(gallery, imageId);
  try {
    for (let partNumber = 1; partNumber <= partCount; partNumber += 1) {
      const start = (partNumber - 1) * partBytes;
      const bytes = Math.min(partBytes, file.bytes - start);
      if (arrived.get(partNumber) === bytes) continue;
      await uploadPart(gallery, imageId, partNumber, await file.read(start, bytes));
    }
    await file.assertUnchanged();
  } catch (error) {
    if (error instanceof UnfitFile) await callGallery(gallery, 'DELETE', `api/images/${imageId}/upload`);
    throw error;
  }
  await callGallery(gallery, 'POST', `api/images/${imageId}/complete`, {});
}

async function bytesOfArrivedParts(gallery: Gallery, imageId: string): Promise<Map<number, number>> {
  const path = `api/images/${imageId}/parts`;
  const { items } = await callGallery<{ items: { partNumber: number; bytes: number }[] }>(
    gallery,
    'GET',
    path,
  );
  return new Map(items.map(({ partNumber, bytes }) => [partNumber, bytes]));
}

async function uploadPart(
  gallery: Gallery,
  imageId: string,
  partNumber: number,
  part: Buffer<ArrayBuffer>,
): Promise<void> {
  const path = `api/images/${imageId}/parts/${partNumber}`;
  const sha256 = sha256Of(part);
  await withRetries(gallery.signal, async () => {
    await putPiece(
      await callGalleryOnce<PresignedPut>(gallery, 'POST', path, { sha256 }),
      part,
      gallery.signal,
    );
  });
}
