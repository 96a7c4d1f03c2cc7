/**
 * An image that was removed for good, and whose objects have to follow. The row is written in the transaction
 * that removes the image, so that neither a crash nor a bucket that is away leaves objects behind.
 */
export interface RemovalTable {
  image_id: string;
  upload_id: string | null;
  removed_at: Date;
  /** When the objects went first. They are removed once more after every URL and retry of them has expired. */
  objects_removed_at: Date | null;
}
