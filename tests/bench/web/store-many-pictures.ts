import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { RENDITION_MEDIA_TYPE, renditionKey } from '@movieflix/contracts';
import { openDatabase } from '@movieflix/local/cloud/database/open-database.ts';
import { inTransaction } from '@movieflix/local/cloud/database/transaction.ts';
import { blobPath, newBlobName, openBlobFolder } from '@movieflix/local/cloud/object-store/blob-folder.ts';
import { insertObject } from '@movieflix/local/cloud/object-store/objects/object.table.ts';
import { openDataFolder } from '@movieflix/local/data-folder/data-folder.ts';
import { IMAGE_BUCKET } from '@movieflix/local/gallery/gallery-cloud.ts';
import { CACHE_CONTROL } from '@movieflix/resize-image/write-renditions.ts';
import { drawPicture, idOfImage, SHAPES, WIDTHS } from '../../browser/many-images.ts';

const HEADERS = { 'content-type': RENDITION_MEDIA_TYPE, 'cache-control': CACHE_CONTROL };

/**
 * Puts the renditions of the images that {@link insertManyImages} makes into the bucket of a gallery that does not run:
 * an object each, of one file a shape and width. So nothing stands between the browser and the pictures: requests that a
 * test answers keep the browser from its frames.
 *
 * @param members e-mail addresses, and how many images each has
 */
export async function storeManyPictures(
  dataFolder: string,
  members: readonly { email: string; count: number }[],
): Promise<void> {
  const { cloud } = openDataFolder(dataFolder);
  const blobs = openBlobFolder(cloud);
  const files = new Map<string, { blob: string; bytes: number; etag: string }>();
  for (const shape of SHAPES.keys()) {
    for (const width of WIDTHS) {
      const picture = await drawPicture(shape, width);
      const blob = newBlobName();
      writeFileSync(blobPath(blobs, blob), picture);
      files.set(`${shape} ${width}`, { blob, bytes: picture.length, etag: hash('md5', picture) });
    }
  }
  const db = openDatabase(cloud);
  try {
    inTransaction(db, () => {
      for (const { email, count } of members)
        for (let number = 1; number <= count; number++)
          for (const width of WIDTHS) {
            const { blob, bytes, etag } = files.get(`${number % SHAPES.length} ${width}`)!;
            insertObject(db, {
              bucket: IMAGE_BUCKET,
              key: renditionKey(idOfImage(email, number), width),
              bytes,
              etag,
              headers: HEADERS,
              checksum: undefined,
              modifiedAt: Date.now(),
              segments: [{ blob, bytes }],
            });
          }
    });
  } finally {
    db.close();
  }
}
