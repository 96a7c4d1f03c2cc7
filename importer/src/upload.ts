import { basename } from 'node:path';
import { type ImageMediaType, MULTIPART_THRESHOLD_BYTES } from '@movieflix/contracts';
import { callGallery, callGalleryOnce, type Gallery } from './gallery.ts';
import { type PhotoFile, sha256Of, sha256OfFile } from './photo-file.ts';
import { type PresignedPut, putPiece } from './put-piece.ts';
import { withRetries } from './retry.ts';
import { type UploadInParts, uploadInParts } from './upload-in-parts.ts';

/** What of an image in an answer of the API matters here. */
export interface Image {
  id: string;
  status: 'pending' | 'ready' | 'failed';
  failure: { message: string } | null;
}

type Started = { image: Image; upload: PresignedPut | UploadInParts } | { image: Image; duplicate: true };

export interface Uploaded {
  image: Image;
  /** The gallery had these bytes before. */
  isDuplicate: boolean;
}

/**
 * Brings one file into the gallery. Asking again for the same bytes answers with the same upload, so an upload that
 * broke off, in this run or an earlier one, goes on from where it was.
 *
 * @param claim tells whether the upload of this image is ours, or another file with the same bytes has it already
 * @throws RefusedRequest, Unreachable, UnfitFile
 */
export async function upload(
  gallery: Gallery,
  path: string,
  contentType: ImageMediaType,
  file: PhotoFile,
  claim: (image: Image) => boolean,
): Promise<Uploaded> {
  const whole = file.bytes > MULTIPART_THRESHOLD_BYTES ? undefined : await file.read(0, file.bytes);
  const sha256 = whole ? sha256Of(whole) : await sha256OfFile(file, gallery.signal);
  const wish = { filename: basename(path).slice(-255), contentType, bytes: file.bytes, sha256 };

  const started = await callGallery<Started>(gallery, 'POST', 'api/images', wish);
  const { image } = started;
  if ('duplicate' in started || !claim(image)) return { image, isDuplicate: true };
  if (whole) await putWhole(gallery, wish, started, whole);
  else await uploadInParts(gallery, image.id, started.upload as UploadInParts, file);
  return { image, isDuplicate: false };
}

/** A presigned request lives for minutes only, so every further try asks for a fresh one. */
function putWhole(
  gallery: Gallery,
  wish: object,
  started: Started,
  whole: Buffer<ArrayBuffer>,
): Promise<void> {
  let next: Started | undefined = started;
  return withRetries(gallery.signal, async () => {
    const current = next ?? (await callGalleryOnce<Started>(gallery, 'POST', 'api/images', wish));
    next = undefined;
    if ('upload' in current) await putPiece(current.upload as PresignedPut, whole, gallery.signal);
  });
}
