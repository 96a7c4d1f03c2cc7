import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { RENDITION_MEDIA_TYPE, renditionKey } from '@movieflix/contracts';
import type { Rendition } from './picture/encode.ts';

// An original never changes, so neither do its renditions. Private, because visibility is decided per person.
export const CACHE_CONTROL = 'private, max-age=31536000, immutable';

/** Writes the renditions of one image side by side. Writing them again changes nothing. */
export async function writeRenditions(
  s3: S3Client,
  bucket: string,
  imageId: string,
  renditions: Rendition[],
): Promise<void> {
  await Promise.all(
    renditions.map(({ width, data }) =>
      s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: renditionKey(imageId, width),
          Body: data,
          ContentType: RENDITION_MEDIA_TYPE,
          CacheControl: CACHE_CONTROL,
        }),
      ),
    ),
  );
}
